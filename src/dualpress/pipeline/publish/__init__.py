"""Pages from posts and their catalogs: gathered first, then written."""

from dualpress.pipeline.publish.amend import Amended, Amendment, amend
from dualpress.pipeline.publish.notes import Notary
from dualpress.pipeline.publish.plan import Opened, Plan
from dualpress.pipeline.publish.press import publish
from dualpress.pipeline.publish.profile import profile_of
from dualpress.pipeline.publish.published import Published
from dualpress.pipeline.publish.versions import (
    has_final_title,
    relative_post,
    source_version,
    target_version,
)

__all__ = [
    "Amended",
    "Amendment",
    "Notary",
    "Opened",
    "Plan",
    "Published",
    "amend",
    "has_final_title",
    "profile_of",
    "publish",
    "relative_post",
    "source_version",
    "target_version",
]
