"""The same small HTML cases through dualpress and four other tools, with one stub engine.

``python -m benchmarks.html_peers`` writes the comparison in ``docs/html.md``.
"""
