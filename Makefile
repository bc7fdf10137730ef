# make run: set up and open footcoach.  make test: set up and pass the tests.
# Another Python: make run PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := run
.PHONY: run test lint docs screenshots bench peers clean

run: .venv/run.stamp
	@$(BIN)/footcoach

test: lint
	$(BIN)/python -m pytest -n 3

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

# QUICK=1: a look.  LONG=1: a session of ten minutes, 500 kills.  ONLY=app: one measure.
bench: .venv/bench.stamp peers
	$(BIN)/python -m bench $(if $(QUICK),--quick) $(if $(LONG),--long) $(if $(ONLY),--only $(ONLY))

# Programs of others, to measure beside: in a venv of their own, and none is needed.
peers: build/peers/bin/tclock
build/peers/bin/tclock:
	@$(PYTHON) -m venv build/peers && \
		build/peers/bin/pip install --quiet --disable-pip-version-check tclock || \
		echo "tclock could not be installed: its rows will say so"

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

.venv/bench.stamp: .venv/run.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@
