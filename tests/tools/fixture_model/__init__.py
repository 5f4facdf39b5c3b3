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

The two directions train side by side, each on one processor, for some ten minutes where both
processors are free. All seeds are fixed: on the same machine the same pairs give the same bytes,
unless the time limit (``--minutes``) ends the training before the sentences are known.

The models are measured as Argos Translate decodes: beam of 4, length penalty 0.2. With any length
penalty but 0, CTranslate2 ends the search at the fourth hypothesis, however unlikely the four are;
so a beam misses some sentences that greedy decoding, or a beam without the penalty, gets right.

The rooms, in the order in which the data passes through them:

- ``pairs``: PO files to sentence pairs
- ``pieces``: sentences to SentencePiece pieces
- ``alignment``: which target piece comes from which source piece
- ``batches``: pairs, slightly varied in each epoch, to tensors
- ``network``: the Transformer
- ``training``: tensors to weights
- ``convert``: weights to a CTranslate2 model
- ``package``: everything to a ``.argosmodel`` file, and back
- ``cards``: what is said of a model to who finds its file
- ``evaluate``: what a package says against what it should say
- ``cli``: the two commands
"""
