# make run: set up and open footcoach.  make test: set up and pass the tests.
# Another Python, in a venv of its own: make run PYTHON=python3.12

PYTHON ?= python3
VENV := .venv$(if $(filter-out python3,$(PYTHON)),-$(notdir $(PYTHON)))
BIN := $(VENV)/bin

# Without compiled files each of the many processes of the tests compiles all it loads.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := run
.PHONY: run test test-quick lint docs goldens screenshots bench peers clean

run: $(VENV)/run.stamp
	@$(BIN)/footcoach

test: lint
	$(BIN)/python -m pytest -n 3 --dist worksteal

# Neither lint nor what is slow: real terminals, the wheel, cut power, golden screens, contrast;
# fewer examples.
test-quick: $(VENV)/test.stamp
	$(BIN)/python -m pytest -n 3 --dist worksteal --hypothesis-profile quick \
		-m "not terminal and not packaging and not crash and not slow"

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/test.stamp
	$(BIN)/python docs/build.py

# What tests compare figures and screens with; look at what changed before you commit it.
goldens: $(VENV)/test.stamp
	PYTHONPATH=. $(BIN)/python tests/support/golden_pictures.py
	PYTHONPATH=.:screenshots $(BIN)/python tests/support/screens.py

screenshots: $(VENV)/test.stamp
	$(BIN)/python screenshots/make.py
	$(BIN)/python screenshots/sheet.py

# QUICK=1: a look.  LONG=1: a session of ten minutes, 500 kills.  ONLY=app: one measure.
bench: $(VENV)/bench.stamp peers
	$(BIN)/python -m bench $(if $(QUICK),--quick) $(if $(LONG),--long) $(if $(ONLY),--only $(ONLY))

# Programs of others, to measure beside: in a venv of their own, and none is needed.
peers: build/peers/bin/tclock
build/peers/bin/tclock:
	@$(PYTHON) -m venv build/peers && \
		build/peers/bin/pip install -qq --disable-pip-version-check tclock || \
		echo "tclock could not be installed: its rows will say so"

clean:
	rm -rf .venv .venv-* build dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "footcoach needs Python 3.11 or later: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV), about 20 s ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: $(VENV)/bin/python pyproject.toml
	@echo "Installing footcoach and what it needs into $(VENV) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp
	@echo "Installing what the tests need into $(VENV), about 20 s ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[test]'
	@touch $@

$(VENV)/bench.stamp: $(VENV)/run.stamp
	@echo "Installing what measuring needs into $(VENV) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[bench]'
	@touch $@
