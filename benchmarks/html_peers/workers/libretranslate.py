"""LibreTranslate's two paths through ``/translate``, without its web server.

``libretranslate/app.py`` answers ``format=html`` with
``unescape(str(translate_html(…)))`` and ``format=text`` with
``unescape(improve_translation_formatting(…))``.
"""

from __future__ import annotations

import sys
from html import unescape
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from benchmarks.html_peers.workers.exchange import StubTranslation, Task, Tool, serve


def load() -> Tool:
    """Import the two modules; by name, as they are installed in their own environment alone."""
    # The first package's __init__ imports readers of PDF and Office files, the
    # other's the web server; neither has a part in this.
    _open_package("argostranslatefiles")
    _open_package("libretranslate")
    pages = import_module("argostranslatefiles.translatehtml")
    language = import_module("libretranslate.language")

    def run(translation: StubTranslation, task: Task) -> str:
        if task.plain is None:
            return unescape(str(pages.translate_html(translation, task.source)))
        target = translation.translate(task.plain)
        improved = unescape(language.improve_translation_formatting(task.plain, target))
        return task.source.replace(task.plain, improved)

    return run


def _open_package(name: str) -> None:
    """Make the modules of a package importable without running its ``__init__``."""
    spec = find_spec(name)
    package = ModuleType(name)
    package.__path__ = list((spec and spec.submodule_search_locations) or ())
    sys.modules[name] = package


if __name__ == "__main__":
    serve(load)
