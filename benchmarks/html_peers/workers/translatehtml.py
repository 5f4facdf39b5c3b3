"""translatehtml, as its README calls it."""

from __future__ import annotations

from importlib import import_module

from benchmarks.html_peers.workers.exchange import Tool, serve


def load() -> Tool:
    """Import translatehtml; by name, as it is installed in its own environment alone."""
    library = import_module("translatehtml")
    return lambda translation, task: str(library.translate_html(translation, task.source))


if __name__ == "__main__":
    serve(load)
