"""Lets ``python tests/tools/fixture_model`` run the package it is given the folder of."""

import sys
from pathlib import Path

# Run by its path, a folder is no package: its modules could not import each other.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fixture_model.cli import main

sys.exit(main())
