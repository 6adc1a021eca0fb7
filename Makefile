# Everything one does here. Needs Python 3.11 or later with pip, make and git; sets up the rest by itself.

VENV ?= .venv
UV ?= uv

# Each candidate is run, not looked up: a name on the path may stand for a Python that is not there.
SUITABLE = import sys, pip, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 15))
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	"$$p" -c '$(SUITABLE)' 2> /dev/null && echo "$$p" && break; done)

BIN := $(VENV)/bin
# The pip outside installs into the environment, which then needs no `ensurepip`: Debian ships without.
PIP = "$(PYTHON)" -m pip --python $(BIN)/python --disable-pip-version-check --quiet install
IN_PLACE = --no-deps --no-build-isolation --editable .
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command 'make pins' $(ARGS)

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run test check bench soak pictures test-all tests format build pins clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(VENV)/.ready-to-run ## set up what partswork needs, and begin (ARGS="today --plain" for another command)
	@$(BIN)/partswork $(ARGS)

test: check tests ## set up, then everything a change must pass: check, the tests, the library
	PARTSWORK_HOME="$(CURDIR)/$(VENV)/home" $(BIN)/partswork check
	PARTSWORK_HOME="$(CURDIR)/$(VENV)/home" $(BIN)/partswork test

check: $(VENV)/.ready-to-develop ## the quick ones: format, lint, types, who may import whom
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# Includes the documentation's examples and a wheel installed elsewhere: tests/project/.
tests: $(VENV)/.ready-to-develop ## only the tests (ARGS="tests/journal -x" for some of them)
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

bench: $(VENV)/.ready-to-develop ## figures beside what they are measured against
	@$(BIN)/python -m benchmarks

soak: $(VENV)/.ready-to-develop ## sessions killed at 2,000 random moments, and 100 at a real terminal
	PARTSWORK_SOAK=2000 $(BIN)/python -m pytest --numprocesses auto --dist loadfile \
		tests/session/test_killed.py tests/terminal/test_killed.py

pictures: $(VENV)/.ready-to-develop ## draw the pictures in docs/pictures/ anew
	$(BIN)/python docs/pictures/draw.py

test-all: ## the tests on every Python 3.11 to 3.14 found here
	@failed=; \
	for v in 3.11 3.12 3.13 3.14; do \
		found=; \
		for p in python$$v "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/$$v.*/bin/python; do \
			"$$p" -c '$(SUITABLE)' 2> /dev/null && found=$$p && break; \
		done; \
		if [ -z "$$found" ]; then echo "Python $$v: not here"; continue; fi; \
		echo "Python $$v: $$found"; \
		$(MAKE) tests VENV=.venv-$$v PYTHON="$$found" || failed="$$failed $$v"; \
	done; \
	if [ -n "$$failed" ]; then echo "Failed on:$$failed"; exit 1; fi

format: $(VENV)/.ready-to-develop ## put the code into its format and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

build: $(VENV)/.ready-to-develop ## the wheel and the source archive, into dist/
	$(BIN)/python -m hatchling build

pins: ## make requirements/ anew from pyproject.toml (needs uv; ARGS=--upgrade for newer versions)
	$(COMPILE) pyproject.toml --output-file requirements/runtime.txt
	$(COMPILE) --group pyproject.toml:build --output-file requirements/build.txt
	$(COMPILE) --group pyproject.toml:dev pyproject.toml --constraint requirements/runtime.txt \
		--constraint requirements/build.txt --output-file requirements/dev.txt

clean: ## remove what the commands above made
	rm -rf .venv .venv-3.1[0-9] dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "partswork needs Python 3.11, 3.12, 3.13 or 3.14, with pip." >&2; exit 1; }
	@"$(PYTHON)" -m venv --without-pip $(VENV)

$(VENV)/.ready-to-run: pyproject.toml requirements/runtime.txt requirements/build.txt | $(BIN)/python
	@echo "Setting up in $(VENV), once ..."
	@$(PIP) --require-hashes -r requirements/runtime.txt -r requirements/build.txt
	@$(PIP) $(IN_PLACE)
	@touch $@

$(VENV)/.ready-to-develop: pyproject.toml requirements/dev.txt | $(BIN)/python
	@echo "Setting up in $(VENV), once ..."
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) $(IN_PLACE)
	@touch $@ $(VENV)/.ready-to-run
