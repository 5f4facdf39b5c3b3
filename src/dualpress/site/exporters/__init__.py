"""Articles as the content files of a site generator, one small module a generator."""

from dualpress.site.exporters.base import ExportedPage, Exporter, ExporterOptions
from dualpress.site.exporters.registry import exporter_names, load_exporter

__all__ = ["ExportedPage", "Exporter", "ExporterOptions", "exporter_names", "load_exporter"]
