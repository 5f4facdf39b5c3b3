"""The configuration of a project: ``dualpress.toml`` read, checked and explained.

Only ``dualpress.pipeline`` and ``dualpress.cli`` know this package; every
other room takes its options as arguments.
"""

from dualpress.config.load import find_entry, load_config
from dualpress.config.model import Config
from dualpress.config.project import CONFIG_NAME, Project, find_project, shipped_glossaries

__all__ = [
    "CONFIG_NAME",
    "Config",
    "Project",
    "find_entry",
    "find_project",
    "load_config",
    "shipped_glossaries",
]
