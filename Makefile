# Two commands do all the set-up:
#   make edition   make the environment, install teicable in it, build editions/korea-1950
#   make test      the same, with what the tests need, then run them
# Everything is installed into .venv, nothing into the system.

PYTHON ?= python3
EDITION ?= editions/korea-1950
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: edition test lint bench evaluate soak judges clean

edition: $(VENV)/.installed
	@$(BIN)/teicable build $(EDITION)

test: $(VENV)/.installed-for-tests
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(VENV)/.installed-for-tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/reuse lint --quiet || $(BIN)/reuse lint

# What others wrote to judge pages and packages, in the versions that tests/judges names, into that folder and nowhere else.
# Those in Python have an environment of their own, because they want other versions of libraries than we do.
judges: tests/judges/node_modules/.package-lock.json tests/judges/.venv/.made

tests/judges/.venv/.made: tests/judges/requirements.txt
	$(PYTHON) -m venv tests/judges/.venv
	tests/judges/.venv/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

tests/judges/node_modules/.package-lock.json: tests/judges/package-lock.json
	npm ci --prefix tests/judges --cache tests/judges/.cache --ignore-scripts --no-audit --no-fund
	@touch $@

bench: $(VENV)/.installed-for-tests
	@$(BIN)/python tests/benchmarks/measure.py

evaluate: $(VENV)/.installed-for-tests
	@$(BIN)/python tests/evaluation/evaluate.py

# Breaks valid files 100,000 times and transcripts 500,000 times, and reports in tests/soak/reports; takes up where it stopped.
soak: $(VENV)/.installed-for-tests
	@$(BIN)/python tests/soak/grammar.py
	@$(BIN)/python tests/soak/conversion.py

clean:
	rm -rf $(VENV) tests/judges/node_modules tests/judges/.cache tests/judges/.venv dist .pytest_cache .mypy_cache .ruff_cache .hypothesis editions/*/build
	find src tests -name __pycache__ -prune -exec rm -rf {} +

# Stamps, so that a second run is quick. The sources are used where they stand and need no new installation.
$(VENV)/.installed: pyproject.toml $(VENV)/.made
	@echo "installing teicable into $(VENV)"
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-for-tests: pyproject.toml $(VENV)/.made
	@echo "installing teicable and what its tests need into $(VENV)"
	@$(PIP) --editable '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "teicable needs Python 3.11 or newer. If another one is installed: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); \
	    echo "Python could not make an environment. On Debian and Ubuntu a package is missing; as root: apt install python3-venv"; \
	    exit 1; }
	@touch $@
