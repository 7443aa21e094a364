# What a person types. `make setup` is called by all of them and does nothing the second time.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUN_STAMP := .venv/.installed
DEV_STAMP := .venv/.installed-dev

.PHONY: setup demo demo-reset test fix lint bench endurance lock messages help

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Partituur heeft Python 3.11 of nieuwer nodig, en dat is hier niet gevonden. (Python 3.11 or newer is needed.)"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Geen omgeving gemaakt: installeer eerst venv (op Debian: apt install python3-venv)."; exit 1; }

$(RUN_STAMP): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e . 2>/dev/null || $(PIP) install --no-deps -e .
	@touch $@

$(DEV_STAMP): requirements-dev.lock $(RUN_STAMP)
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(RUN_STAMP)  ## makes the environment in .venv/

demo: setup  ## a demo school on http://127.0.0.1:8000
	@$(BIN)/partituur demo

demo-reset: setup  ## the demo school afresh
	@$(BIN)/partituur demo --reset

test: $(DEV_STAMP)  ## lint, types and every test, on both databases and in a browser
	@$(BIN)/python tests/run.py

endurance: $(DEV_STAMP)  ## the long forms of the tests
	@$(BIN)/python tests/run.py --endurance

lint: $(DEV_STAMP)  ## ruff, mypy, import-linter
	@$(BIN)/python tests/run.py --lint

fix: $(DEV_STAMP)  ## format and mend what can be mended by a machine
	@$(BIN)/ruff check --fix --quiet src tests bench; $(BIN)/ruff format --quiet src tests bench

bench: $(DEV_STAMP)  ## measures; prints name | figure | aim | met or missed
	@$(BIN)/python -m bench

messages: $(DEV_STAMP)  ## collects the screen texts for translation
	@$(BIN)/python -m tests.translations --update

lock: $(DEV_STAMP)  ## pins every dependency with its hashes
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --upgrade --custom-compile-command "make lock" pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --upgrade --custom-compile-command "make lock" --constraint requirements.lock pyproject.toml --extra dev -o requirements-dev.lock
