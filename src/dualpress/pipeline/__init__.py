"""The only place where the rooms meet: what each command does, without a command line."""

from dualpress.pipeline.build import build
from dualpress.pipeline.hits import Answer, Hit
from dualpress.pipeline.pack import Pack, PackReport, pack
from dualpress.pipeline.preview import PreviewReport, preview
from dualpress.pipeline.replace import ReplaceReport, replace
from dualpress.pipeline.report import (
    ArticleReport,
    ArticleStatus,
    CheckReport,
    FileFinding,
    Question,
    ReviewReport,
    RunReport,
    StatusReport,
    Waiver,
)
from dualpress.pipeline.review import approve, unchanged
from dualpress.pipeline.status import check, status
from dualpress.pipeline.translate import translate
from dualpress.pipeline.undo import undo_replacement
from dualpress.pipeline.unpack import UnpackReport, unpack

__all__ = [
    "Answer",
    "ArticleReport",
    "ArticleStatus",
    "CheckReport",
    "FileFinding",
    "Hit",
    "Pack",
    "PackReport",
    "PreviewReport",
    "Question",
    "ReplaceReport",
    "ReviewReport",
    "RunReport",
    "StatusReport",
    "UnpackReport",
    "Waiver",
    "approve",
    "build",
    "check",
    "pack",
    "preview",
    "replace",
    "status",
    "translate",
    "unchanged",
    "undo_replacement",
    "unpack",
]
