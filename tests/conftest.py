import os
import re
import signal
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more of what else the machine does than of the code.
# What a change must pass to land is the same examples each time; new ones are
# looked for wherever else the tests run.
settings.register_profile("dualpress", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("dualpress")

# A shell lets what it runs in the background ignore Ctrl-C, and so all that the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def html5lib_documents() -> list[str]:
    """The documents of html5lib-tests, read in place."""
    if "DUALPRESS_SHARED" not in os.environ:
        pytest.skip("DUALPRESS_SHARED names no folder that holds html5lib-tests")
    documents = []
    for path in sorted((Path(os.environ["DUALPRESS_SHARED"]) / "html5lib-tests").glob("*.dat")):
        text = path.read_bytes().decode("utf-8", "surrogatepass")
        cases = re.split(r"(?:^|\n)#data\n", text)[1:]
        documents += [re.split(r"\n#errors", case)[0] for case in cases]
    return documents
