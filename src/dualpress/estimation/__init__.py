"""How good a machine's draft probably is, told from the draft and its source alone.

No network and no second model: features of the two sentences (``features``), spelling under a
small model of letters (``letters``), and what the checks found, weighed as human judges of other
machine translations would have it (``weights``).
"""

from dualpress.estimation.confidence import LOW, Estimator
from dualpress.estimation.weights import Weights, read_weights

__all__ = ["LOW", "Estimator", "Weights", "read_weights"]
