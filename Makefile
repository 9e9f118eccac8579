# Two words do everything on a machine with Python 3.11+, git, make and a package index: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/talbulaq
OUT := out

.PHONY: demo test check lint types layers pytest scores bench endurance browser lock clean help

help:            ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## */\t/' | expand -t 14

$(VENV)/.ready: requirements/dev.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(VENV)/.ready  ## the main job on the example affair: leaves out/dossier.html
	@mkdir -p $(OUT)
	$(BIN)/tawatur report $(EXAMPLE) -o $(OUT)/dossier.html || test $$? = 3
	$(BIN)/tawatur report $(EXAMPLE) --format md -o $(OUT)/dossier.md 2>/dev/null || test $$? = 3
	@echo "Open $(OUT)/dossier.html in a browser; $(OUT)/dossier.md is the same as plain text."

test: check pytest    ## all checks and tests

check: lint types layers

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready
	$(BIN)/mypy

layers: $(VENV)/.ready
	$(BIN)/lint-imports

pytest: $(VENV)/.ready
	$(BIN)/python -m pytest

scores: $(VENV)/.ready ## quality on the gold articles, where they are
	$(BIN)/python benchmarks/scores.py

bench: $(VENV)/.ready  ## speed of each stage, articles a second
	$(BIN)/python benchmarks/speed.py

endurance: $(VENV)/.ready ## what takes longer than a minute: whole benchmarks, kills, long streams
	$(BIN)/python benchmarks/endurance.py

lock: $(VENV)/.ready   ## renew the pinned dependencies
	$(BIN)/python -m uv pip compile -q --universal --python-version 3.11 --generate-hashes requirements/core.in -o requirements/core.txt
	$(BIN)/python -m uv pip compile -q --universal --python-version 3.11 --generate-hashes requirements/dev.in -o requirements/dev.txt

clean:           ## take away what was made
	rm -rf $(OUT) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
