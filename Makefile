# Two commands to know: `make demo` digests a sample article, `make test` runs the tests.
# Both create .venv/ when it is missing and are quick when it is there.
#
# Elsewhere than on a machine whose package index serves a CPU build of torch, add the CPU index,
# or pip fetches several gigabytes of CUDA:
#   make demo TORCH_INDEX=https://download.pytorch.org/whl/cpu

PYTHON ?= python3
TORCH_INDEX ?=
HOST ?= 127.0.0.1
PORT ?= 8000
ARTICLE ?= examples/brug.txt

BIN := .venv/bin
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt \
	$(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX))

# The tests start the command a dozen times: without bytecode, each start compiles all of it again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo serve test test-all check clean

demo: .venv/installed
	@$(BIN)/kernzin models list
	@$(BIN)/kernzin digest $(ARTICLE)

serve: .venv/installed
	$(BIN)/kernzin serve --host $(HOST) --port $(PORT)

test: .venv/installed-test
	$(BIN)/pytest -n auto --hypothesis-profile quick -m "not checkpoint and not server and not browser"

test-all: .venv/installed-test check
	@command -v chromium >/dev/null || { echo "make test-all: Chromium is missing; install it (Debian: apt-get install chromium)" >&2; exit 1; }
	$(BIN)/pytest

check: .venv/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean:
	rm -rf .venv build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kernzin needs Python 3.11 or newer.")'
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml constraints.txt | .venv/bin/python
	$(INSTALL) -e .
	@touch $@

.venv/installed-test: .venv/installed
	$(INSTALL) -e ".[test]"
	@touch $@
