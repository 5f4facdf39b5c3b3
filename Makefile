# A fresh machine needs Python 3.11, make, git and the package registries;
# once installed, every target works offline.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test kill bench-small lint lock clean

demo: $(VENV)/.run ## translate the example articles and say where the pages are
	$(BIN)/dualpress translate --project examples

test: $(VENV)/.dev ## run all tests
	$(BIN)/python -m pytest -n auto

kill: $(VENV)/.dev ## kill translate at random moments and see that no word is lost
	$(BIN)/python tests/tools/kill.py --times 50

bench-small: $(VENV)/.dev ## see that nothing became slower by more than a quarter
	$(BIN)/python -m benchmarks.smoke

lint: $(VENV)/.dev ## what a change must pass besides the tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

lock: $(VENV)/.dev ## pin the newest releases that pyproject.toml allows, with hashes
	$(PIP) uv
	$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra build -o requirements/run.txt
	$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra build --extra dev -c requirements/run.txt -o requirements/dev.txt

clean: ## forget the environment and what was built
	rm -rf $(VENV) .dualpress
	find output -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +

$(VENV)/.python:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/.python
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) --require-hashes -r requirements/dev.txt
	touch $@
