"""Translation Memory eXchange, TMX 1.4: memories of other tools in, the project's own out.

The specification is that of LISA's OSCAR group, "TMX 1.4b". Level 2, inline
tags included, is read and written.
"""

from dualpress.memory.tmx.read import read_tmx
from dualpress.memory.tmx.unit import Unit
from dualpress.memory.tmx.write import write_tmx

__all__ = ["Unit", "read_tmx", "write_tmx"]
