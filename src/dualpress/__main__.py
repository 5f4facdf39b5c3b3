"""``python -m dualpress`` is the command ``dualpress``."""

from dualpress.cli import main

main()
