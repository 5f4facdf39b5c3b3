"""The only place where the rooms meet: what each command does, without a command line."""

from dualpress.pipeline.build import build
from dualpress.pipeline.check import check
from dualpress.pipeline.export import export
from dualpress.pipeline.export_report import ExportedArticle, ExportOrder, ExportReport
from dualpress.pipeline.hits import Answer, Hit
from dualpress.pipeline.limits import Limits
from dualpress.pipeline.pack import Pack, PackReport, pack
from dualpress.pipeline.places import BlockPlaces, EntryPlace, entries_of_block
from dualpress.pipeline.preview import PreviewReport, preview
from dualpress.pipeline.replace import ReplaceReport, replace
from dualpress.pipeline.report import (
    ArticleReport,
    ArticleStatus,
    CheckReport,
    FileFinding,
    Left,
    Question,
    ReviewReport,
    RunReport,
    StatusReport,
    Waiver,
)
from dualpress.pipeline.review import approve, unchanged
from dualpress.pipeline.status import status
from dualpress.pipeline.translate import translate
from dualpress.pipeline.undo import undo_replacement
from dualpress.pipeline.unpack import UnpackReport, unpack

__all__ = [
    "Answer",
    "ArticleReport",
    "ArticleStatus",
    "BlockPlaces",
    "CheckReport",
    "EntryPlace",
    "ExportOrder",
    "ExportReport",
    "ExportedArticle",
    "FileFinding",
    "Hit",
    "Left",
    "Limits",
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
    "entries_of_block",
    "export",
    "pack",
    "preview",
    "replace",
    "status",
    "translate",
    "unchanged",
    "undo_replacement",
    "unpack",
]
