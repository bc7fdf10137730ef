# make run: set up and open footcoach.  make test: set up and pass the tests.
# Another Python: make run PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := run
.PHONY: run test lint docs screenshots bench clean

run: .venv/run.stamp
	@$(BIN)/footcoach

test: lint
	$(BIN)/python -m pytest -n 2

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: .venv/test.stamp
	$(BIN)/python docs/build.py

screenshots: .venv/test.stamp
	$(BIN)/python screenshots/make.py
	$(BIN)/python screenshots/sheet.py

bench: .venv/test.stamp
	$(BIN)/python bench/accuracy.py
	$(BIN)/python bench/accuracy.py --app
	$(BIN)/python bench/figures.py
	$(BIN)/python bench/history.py
	$(BIN)/python bench/loading.py

clean:
	rm -rf .venv build dist

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "footcoach needs Python 3.11 or later: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run.stamp: .venv/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/test.stamp: .venv/run.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@
