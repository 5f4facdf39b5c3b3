"""The site on this computer alone, built again at every change: ``dualpress serve``.

The standard library's threading HTTP server is enough for it: one editor, a
handful of requests at a time, and one stream of events for each open tab.
"""

from dualpress.serve.live import Live, Shown
from dualpress.serve.rebuild import Rebuilt, rebuilds
from dualpress.serve.server import LoopbackServer

__all__ = ["Live", "LoopbackServer", "Rebuilt", "Shown", "rebuilds"]
