"""A newsroom whose one article has a sentence in every state, for tools to work on."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from dualpress import pipeline
from dualpress.article import SegmentKey, Status
from dualpress.catalog import Catalog, read_catalog
from dualpress.config import Project

CONFIG = 'engine = "identity"\npublish = "all"\nshipped_glossaries = false\nmodels = "models"\n'

POST = """---
date: 2025-04-17
---
<!DOCTYPE html>
<html lang="en">
<head><title>The river</title></head>
<body>
<h1>The river</h1>
<p>After three days of rain in the hills above the town, the <b>river</b> rose by 12 metres and \
reached <a href="/bridges/">the old bridge</a>. Two bridges were closed. They are open again.</p>
<p>The minister spoke in the evening. He said little.</p>
<p data-translate-context="of a list">Notes</p>
<p>The road is open.</p>
</body>
</html>
"""

ROSE = (
    "After three days of rain in the hills above the town, the <g1>river</g1> rose by 12 metres "
    "and reached <g2>the old bridge</g2>."
)
CLOSED, OPEN, SPOKE, LITTLE, NOTES, ROAD = (
    "Two bridges were closed.",
    "They are open again.",
    "The minister spoke in the evening.",
    "He said little.",
    "Notes",
    "The road is open.",
)
DRAFT = "मंत्री ने शाम को बात की।"
"""The draft of ``SPOKE``."""

PO = f"""# Reviewed by Asha.
msgid ""
msgstr ""
"Language: hi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "The river"
msgstr "नदी"

# ok: length the hills are left out
# Asha: as the paper had it
msgid "{ROSE}"
msgstr "तीन दिन की बारिश के बाद <g1>नदी</g1> 12 मीटर चढ़कर <g2>पुराने पुल</g2> तक आ गई।"

#, fuzzy
#| msgid "Two bridges are closed."
msgid "{CLOSED}"
msgstr "दो पुल बंद हैं।"

msgid "{OPEN}"
msgstr "^"

# ? शाम को या रात को
#, fuzzy
msgid "{SPOKE}"
msgstr "{DRAFT}"

msgid "{LITTLE}"
msgstr "उन्होंने \\"कम\\" कहा; रास्ता C:\\\\नदी।"

msgctxt "of a list"
msgid "{NOTES}"
msgstr "टिप्पणियाँ"

msgid "{ROAD}"
msgstr ""

#~ msgid "The rain stopped."
#~ msgstr "बारिश थम गई।"
"""


@dataclass(frozen=True)
class Newsroom:
    """A project, and what a reader and a reviewer see of it.

    Args:
        root: its folder.
    """

    root: Path

    @classmethod
    def open(cls, root: Path) -> Newsroom:
        """Lay it out, its PO file as dualpress writes it."""
        for name, text in {
            "dualpress.toml": CONFIG,
            "posts/river.html": POST,
            "po/river/hi.po": PO,
        }.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(text.encode())
        newsroom = cls(root)
        newsroom.check_update()
        return newsroom

    @property
    def project(self) -> Project:
        return Project.load(self.root)

    @property
    def po(self) -> Path:
        return self.root / "po" / "river" / "hi.po"

    @property
    def catalog(self) -> Catalog:
        return read_catalog(self.po)

    def check_update(self) -> None:
        """Let dualpress write the file anew."""
        assert pipeline.check(self.project, update=True).failures == ()

    def page(self) -> bytes:
        """The page in the other language, built anew."""
        report = pipeline.build(self.project)
        assert report.failures == ()
        return (self.root / "output" / "hi" / "river" / "index.html").read_bytes()

    def words(self) -> dict[SegmentKey, tuple[str, Status]]:
        """What humans said: every translation that one confirmed, obsolete ones too."""
        entries = (*self.catalog.entries, *self.catalog.obsolete)
        wanted = (Status.REVIEWED, Status.JOINED, Status.STALE)
        return {e.key: (e.target, e.status) for e in entries if e.live_status in wanted}

    def remarks(self) -> list[str]:
        """What humans wrote beside translations, questions and waivers."""
        return [line for entry in self.catalog.entries for line in entry.comments]

    def run(self, *command: str | Path) -> bytes:
        """Run a tool in the folder of the PO file."""
        done = subprocess.run(command, cwd=self.po.parent, capture_output=True, check=True)
        return done.stdout

    def rewrite(self, *command: str | Path, file: Path | None = None) -> None:
        """Replace a file, without a name the PO file, by what a tool makes of it."""
        file = file or self.po
        file.write_bytes(self.run(*command, file))

    def pack(self) -> Path:
        """Pack what waits for a reviewer."""
        (made,) = pipeline.pack(self.project).packs
        assert made.sentences == 3
        return made.path
