"""What becomes of a file that an import would write: an editor's change is never lost."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dualpress.files import write_whole
from dualpress.pipeline.wordpress.import_report import Outcome
from dualpress.pipeline.wordpress.imported_files import digest_of_file

__all__ = ["digest_of", "outcome_of", "put"]


def digest_of(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def outcome_of(now: str | None, made: str, known: str | None, *, force: bool) -> Outcome:
    """Decide by digests what becomes of a file.

    Args:
        now: of the file as it is; ``None`` where there is none.
        made: of what would be written.
        known: of what was written last; ``None`` where nothing was.
        force: whether an editor's changes are overwritten, and files that an editor took
            out are written again.
    """
    if now is None:
        return Outcome.REMOVED if known is not None and not force else Outcome.NEW
    if now == made:
        return Outcome.UNCHANGED
    if force or now == known:
        return Outcome.UPDATED
    return Outcome.UNCHANGED if made == known else Outcome.KEPT


def put(
    path: Path, data: bytes, known: str | None, *, force: bool, dry_run: bool
) -> tuple[Outcome, str]:
    """Write a file if that takes nothing from an editor.

    Args:
        path: of the file.
        data: its bytes.
        known: the digest of what was written last; ``None`` where nothing was.
        force: whether an editor's changes are overwritten.
        dry_run: write nothing.

    Returns:
        What became of it, and the digest of the bytes.

    Raises:
        ReadError: what stands there cannot be read.
        WriteError: it cannot be written.
    """
    made = digest_of(data)
    outcome = outcome_of(digest_of_file(path), made, known, force=force)
    if outcome in (Outcome.NEW, Outcome.UPDATED) and not dry_run:
        # Without waiting for the disk: it can be imported again.
        write_whole(path, data, durable=False)
    return outcome, made
