"""Translation engines: what turns sentences of one language into sentences of the other.

An engine sees plain sentences, without tags, unless its model knows tags. Which engines there are
is told by the entry points of the group ``dualpress.engines``, so that another package can bring
its own.

- ``base``: what an engine is; ``registry``: how it is found by its name
- ``argos``, ``ctranslate2``: offline models
- ``libretranslate``: a LibreTranslate server
- ``identity``, ``scripted``: engines without a model, to try things out and to test
- ``placement``: puts the tags of a sentence into its translation
- ``packages``: install, list, verify and remove Argos Translate packages
"""

from dualpress.engines.base import (
    Abilities,
    Attention,
    Engine,
    EngineOptions,
    Hypothesis,
    Retrying,
)
from dualpress.engines.registry import engine_names, load_auto, load_engine

__all__ = [
    "Abilities",
    "Attention",
    "Engine",
    "EngineOptions",
    "Hypothesis",
    "Retrying",
    "engine_names",
    "load_auto",
    "load_engine",
]
