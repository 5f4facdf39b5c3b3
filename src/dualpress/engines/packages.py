"""Installs, lists, verifies and removes Argos Translate packages.

``argostranslate.package`` is not used. What it would do here is to read a JSON index, a zip archive
and ``metadata.json``; but importing it makes folders in the user's home, reads settings from there
and sets environment variables, its download has no bound, its installer is a bare ``extractall``
that then imports sentence splitters, and it knows no hashes. The packages themselves are the same:
Argos Translate can use what is installed here, and the other way round.
"""

from dualpress.engines._download import Progress
from dualpress.engines._index import INDEX_URL, AvailablePackage, available
from dualpress.engines._install import install_package
from dualpress.engines._installed import InstalledPackage, installed, newest, remove_package
from dualpress.engines._verify import Problem, verify_packages

__all__ = [
    "INDEX_URL",
    "AvailablePackage",
    "InstalledPackage",
    "Problem",
    "Progress",
    "available",
    "install_package",
    "installed",
    "newest",
    "remove_package",
    "verify_packages",
]
