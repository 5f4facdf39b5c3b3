"""A model on the workers of a Dask cluster, in the place of one on this machine.

Each worker loads the model once and is let in only with the very model and the versions that this
machine has. What travels is plain data: strings, numbers, lists. This process alone reads and
writes files, so that what comes out is what one machine makes.

- ``connection``: reaches the scheduler, and says plainly where it cannot
- ``admission``: which workers may translate; ``versions``: with which packages
- ``engine``: the engine that the pipeline sees; ``tasks``: its batches on the workers
- ``worker``: what runs on a worker; ``specification``: what it is told; ``allocation``: how its
  memory is kept
- ``digest``: which model is the same; ``plain``: hypotheses as plain data
"""

from dualpress.engines.cluster.connection import Cluster, connect
from dualpress.engines.cluster.engine import ClusterEngine

__all__ = ["Cluster", "ClusterEngine", "connect"]
