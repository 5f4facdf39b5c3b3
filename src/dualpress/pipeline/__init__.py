"""The only place where the rooms meet: what each command does, without a command line."""

from dualpress.pipeline.build import build
from dualpress.pipeline.report import (
    ArticleReport,
    ArticleStatus,
    CheckReport,
    FileFinding,
    ReviewReport,
    RunReport,
    StatusReport,
)
from dualpress.pipeline.review import approve, unchanged
from dualpress.pipeline.status import check, status
from dualpress.pipeline.translate import translate

__all__ = [
    "ArticleReport",
    "ArticleStatus",
    "CheckReport",
    "FileFinding",
    "ReviewReport",
    "RunReport",
    "StatusReport",
    "approve",
    "build",
    "check",
    "status",
    "translate",
    "unchanged",
]
