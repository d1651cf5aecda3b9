# `make run` opens the dashboard, `make test` runs all the checks. Both install what
# they need into .venv, and both are quick the second time.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The build's own tools are pinned too.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# A fraction of the installed modules is ever imported; Python compiles those when they are.
INSTALL := $(BIN)/python -m pip install --quiet --no-compile

.PHONY: run test check unit browser-tests chromium postgres evaluate bench boundaries screenshots messages clean help

help:  ## say what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 16

run: $(VENV)/.installed  ## open the dashboard on the bundled report
	@$(BIN)/conflict-map serve

$(BIN)/python:
	@echo "conflict-map: making the environment in $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; found $$($(PYTHON) --version). Try: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }
	@$(INSTALL) --upgrade pip || \
	  echo "conflict-map: pip stays as Python brought it, which takes longer."

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "conflict-map: installing the program (a minute or two, once) ..."
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.tests-installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "conflict-map: installing what the tests need (a minute or two, once) ..."
	@$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# The system's Chromium, else Debian's package, else Playwright's own.
chromium: $(VENV)/.tests-installed  ## find or install a Chromium for the browser tests
	@sh tests/browser/install_chromium.sh $(BIN)/python

# The checks use one core and leave gaps: they run beside the tests, each with its output whole.
test: chromium postgres  ## install what the tests need and run them all
	@$(MAKE) --no-print-directory -j2 --output-sync=target check unit
	@$(MAKE) --no-print-directory browser-tests
	@echo "conflict-map: all checks and tests passed"

check: $(VENV)/.tests-installed  ## ruff, mypy strict, import-linter
	@echo "conflict-map: ruff, mypy, import-linter ..."
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Without it the tests of PostgreSQL are skipped, and say so.
postgres: $(VENV)/.tests-installed  ## find or install a PostgreSQL for the store's tests
	@sh tests/install_postgres.sh

unit: postgres  ## tests without a browser
	@echo "conflict-map: tests ..."
	@$(BIN)/python -m pytest -m "not browser" -n auto

browser-tests: chromium  ## tests in Chromium
	@echo "conflict-map: browser tests ..."
	@$(BIN)/python -m pytest -m browser -n 2 --dist worksteal

evaluate: $(VENV)/.tests-installed  ## how well reports are read and places are found
	@$(BIN)/python benchmarks/evaluate_extraction.py
	@$(BIN)/python benchmarks/evaluate_real.py
	@$(BIN)/python benchmarks/evaluate_types.py
	@$(BIN)/python benchmarks/evaluate_geocoding.py
	@$(BIN)/python -m benchmarks.evaluate_joining

bench: chromium  ## how fast it is
	@$(INSTALL) --editable '.[bench]'
	@$(BIN)/python benchmarks/dashboard.py
	@$(BIN)/python benchmarks/snapshot.py
	@$(BIN)/python -m benchmarks.store
	@$(BIN)/python benchmarks/extraction.py
	@$(BIN)/python -m benchmarks.fuzz
	@$(BIN)/python benchmarks/geocoding.py

screenshots: chromium  ## take docs/screenshots anew
	@$(BIN)/python benchmarks/screenshots.py

boundaries: $(VENV)/.installed  ## derive data/boundaries from Natural Earth: make boundaries GPKG=world_map.gpkg
	@$(BIN)/python -m geo.make_boundaries $(GPKG)

messages: $(VENV)/.installed  ## bring data/locale up to the messages of the source
	@$(BIN)/python -m incidents.make_messages

clean:  ## remove the environment and what was filled in at start
	rm -rf $(VENV) static/vendor static/base .mypy_cache .ruff_cache .pytest_cache
