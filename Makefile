# `make help` lists the targets. Everything lives in .venv; nothing outside this folder is touched, but for the one system
# package that `make browser` needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WALK := $(BIN)/python -m pytest -o python_files='walk_*.py'
.DEFAULT_GOAL := help
.PHONY: help start test browser story drills check lock bench docs generate format clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml
	@echo "Tenun: menyiapkan .venv (sekali saja, beberapa menit) ..."
	@$(PYTHON) -c 'import sys; sys.exit("Tenun needs Python 3.11 or newer; found " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --require-hashes -r requirements/runtime.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	@echo "Tenun: memasang alat uji (sekali saja) ..."
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --require-hashes -r requirements/dev.txt
	@touch $@

start: $(VENV)/.runtime ## Start everything on http://localhost:8000 (DEMO=0: empty); Ctrl-C ends all it started
	@$(BIN)/python -m tenun.config.start

test: $(VENV)/.dev ## Run every test that needs no browser
	@$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term --cov-fail-under=95

browser: $(VENV)/.dev ## Walk through the pages in Chromium: the stories, the duties, the keyboard, axe (installs Debian's as root)
	@tests/browser/chromium.sh
	@$(WALK) tests/browser

story: $(VENV)/.dev ## Only the story of the first file (PICTURES=folder keeps pictures of it)
	@tests/browser/chromium.sh
	@PICTURES='$(PICTURES)' $(WALK) tests/browser/walk_first_file.py

drills: $(VENV)/.dev ## Kill -9 site, worker and server in the middle of a save, an upload and a merging, ten times (minutes)
	@$(BIN)/python -m tests.drills
	@$(BIN)/python -m tests.drills.imports

check: $(VENV)/.dev ## Lint, types, layers, sizes
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/.dev ## Format the code
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

bench: $(VENV)/.dev ## Print the ratios of docs/explanation/performance.md
	@$(BIN)/tenun bench

generate: $(VENV)/.dev ## Write the generated reference pages and the sample again
	@$(BIN)/python docs/generate.py
	@$(BIN)/python samples/make_sample.py

docs: $(VENV)/.dev ## Build the documentation into docs/_build
	@$(BIN)/sphinx-build -W -q -b html docs docs/_build

lock: $(VENV)/.dev ## Compile requirements/*.txt with hashes
	@$(BIN)/uv pip compile --quiet --no-strip-extras --python-version 3.11 --universal --generate-hashes --no-header --no-emit-index-url --extra build pyproject.toml -o requirements/runtime.txt
	@$(BIN)/uv pip compile --quiet --no-strip-extras --python-version 3.11 --universal --generate-hashes --no-header --no-emit-index-url --all-extras pyproject.toml -o requirements/dev.txt

clean: ## Remove .venv and all caches
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis docs/_build
