"""Whether PO files are as this run left them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dualpress.catalog import Catalog
from dualpress.catalog.sidecar import read_sidecar, source_digest

__all__ = ["is_written"]


def is_written(catalog: Catalog, po: Path) -> bool:
    """Whether a PO file, and what stands beside it, are as a catalog was written to them.

    Args:
        catalog: as it was written, or read where there was nothing to write.
        po: the file.
    """
    try:
        digest = hashlib.sha256(po.read_bytes()).hexdigest()
    except OSError:
        return False
    origins = {
        source_digest(entry.key): entry.origin
        for entry in (*catalog.entries, *catalog.obsolete)
        if entry.origin
    }
    return digest == catalog.digest and read_sidecar(po)[0] == origins
