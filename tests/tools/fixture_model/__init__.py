"""Trains the two tiny translation models that the test suite uses as fixtures.

The models know the sentences of the project's own example articles and nothing else. They are for
tests that need what only a real model gives: scores, n-best lists, attention, batches, unknown
words. Each one is packed as an Argos Translate package.

PyTorch belongs to this tool alone, so it has an environment of its own::

    python3.11 -m venv fixture-venv
    fixture-venv/bin/pip install -r tests/tools/requirements-fixture-model.txt

    fixture-venv/bin/python tests/tools/fixture_model train \
        --po examples/po --out tests/fixtures/models
    fixture-venv/bin/python tests/tools/fixture_model evaluate \
        --po examples/po --models tests/fixtures/models

Training runs on two CPU threads with fixed seeds: on the same machine, with the same pairs, it
writes the same bytes, unless the time limit (``--minutes``) ends it first.

The rooms, in the order in which the data passes through them:

- ``pairs``: PO files to sentence pairs
- ``pieces``: sentences to SentencePiece pieces
- ``alignment``: which target piece comes from which source piece
- ``batches``: pairs, slightly varied in each epoch, to tensors
- ``network``: the Transformer
- ``training``: tensors to weights
- ``convert``: weights to a CTranslate2 model
- ``package``: everything to a ``.argosmodel`` file, and back
- ``evaluate``: what a package says against what it should say
- ``cli``: the two commands
"""
