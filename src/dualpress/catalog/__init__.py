"""Catalogs: what a reviewer works on, and the PO files that hold it.

``po/<article>/<language>.po`` has one entry for each distinct segment of the
page, in reading order; what PO cannot hold stands in ``<language>.json``.
"""

from dualpress.catalog.approved import forget, has_numbers_put_in, rendered_source
from dualpress.catalog.catalog import Catalog
from dualpress.catalog.entry import Entry, Reference, count_statuses, entries_of
from dualpress.catalog.merge import MergeReport, merge
from dualpress.catalog.po import read_catalog, write_catalog
from dualpress.catalog.threeway import merge_edits

__all__ = [
    "Catalog",
    "Entry",
    "MergeReport",
    "Reference",
    "count_statuses",
    "entries_of",
    "forget",
    "has_numbers_put_in",
    "merge",
    "merge_edits",
    "read_catalog",
    "rendered_source",
    "write_catalog",
]
