# Everything here works on a fresh machine with Python 3.11 or newer; nothing is installed outside this checkout.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
NAME := graph
OUT := graphs
SEEDS := seeds

# The first Python that is new enough; empty where there is none.
PYTHON := $(shell for python in python3.11 python3 python3.13 python3.12 python; do \
	command -v $$python >/dev/null 2>&1 && $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$python; break; }; done)


help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

check-python:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer with venv found; install it first (Debian: apt-get install python3 python3-venv)" >&2; exit 1; }

# The locks name every package, so pip need not look for more (and older ones stumble over extras there: "coverage[toml]").
# A stamp holds the checksum of what it was installed from, so that a checkout with new locks installs again.
$(VENV)/bin/python: | check-python
	@echo "making the virtual environment $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv --clear $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "installing what kg needs (exact versions, with hashes)"
	@$(PIP) install -qq --no-deps --require-hashes -r requirements.txt
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "installing what its tests need (exact versions, with hashes)"
	@$(PIP) install -qq --no-deps --require-hashes -r requirements-dev.txt
	@$(PIP) check
	@touch $@

graph: $(VENV)/.installed ## set everything up and build graphs/ from seeds/
	@$(BIN)/kg build $(SEEDS) --out $(OUT) --name $(NAME)

test: lint ## set everything up, check the code and run the tests with coverage
	@$(BIN)/python -m pytest -n auto --cov=kg --cov-report=term-missing:skip-covered --cov-fail-under=90 $(PYTEST)

lint: $(VENV)/.installed-dev ## ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.installed-dev ## let ruff mend what it can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: $(VENV)/.installed-dev ## write requirements*.txt from requirements*.in
	@PATH="$(abspath $(BIN)):$$PATH" ./tools/lock

$(VENV)-audit/.installed: requirements-audit.txt | check-python
	@echo "installing what lists and audits packages (exact versions, with hashes)"
	@$(PYTHON) -m venv --clear $(VENV)-audit
	@$(VENV)-audit/bin/python -m pip --disable-pip-version-check install -qq --no-deps --require-hashes -r requirements-audit.txt
	@touch $@

sbom: $(VENV)/.installed-dev $(VENV)-audit/.installed ## write docs/sbom.json and docs/licences.md: every package, script and list with its licence
	@$(VENV)-audit/bin/python tools/sbom.py $(BIN)/python

audit: $(VENV)-audit/.installed ## ask for known weaknesses of the locked packages; says which could not be asked for
	@$(VENV)-audit/bin/python tools/audit.py $(AUDIT)

ontology: $(VENV)/.installed-dev ## make ontology/README.md and ontology/index.html from the ontology
	@$(BIN)/python ontology/make.py

docs: $(VENV)/.installed-dev ## run the commands in README.md and docs/ and write their output there
	@$(BIN)/python tools/word_lists.py
	@$(BIN)/python tools/docs.py

docs-site: $(VENV)/.installed-dev ## build the pages of docs/ as a site in build/docs
	@$(BIN)/python -m sphinx -q -W --keep-going -b html -d build/doctrees docs build/docs
	@echo "build/docs/index.html"

picture: $(VENV)/.installed-dev ## take the pictures in docs/images from graphs/graph.html (needs chromium)
	@$(BIN)/python tools/picture.py $(OUT)/$(NAME).html docs/images

clean: ## remove what was installed and cached here; graphs/ stays
	@rm -rf $(VENV) $(VENV)-audit build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage src/*.egg-info
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
