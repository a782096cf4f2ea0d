# One command each. What is missing is installed first: see scripts/setup.sh.

SETUP := scripts/setup.sh
STAMPS := .venv/.stamps
ZHAOSHANG := .venv/bin/zhaoshang

.DEFAULT_GOAL := site
.PHONY: site test lint serve check bench fuzz doctor clean

site: $(STAMPS)/site    ## build website and brochures into site/
	@$(ZHAOSHANG) build

test: lint              ## everything that must hold before a change is kept
	@.venv/bin/pytest -n 2

lint: $(STAMPS)/test    ## style, types, layers
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

serve: $(STAMPS)/site   ## preview on http://127.0.0.1:8000/
	@$(ZHAOSHANG) serve

check: $(STAMPS)/site   ## list what is wrong in the county's files
	@$(ZHAOSHANG) check

bench: $(STAMPS)/test   ## measure
	@.venv/bin/python -m benchmarks

fuzz: $(STAMPS)/test    ## look for new inputs that surprise the program: some minutes
	@.venv/bin/pytest -n 2 --hypothesis-profile seeking tests/quantities tests/fuzz tests/checks
	@.venv/bin/python -m tests.fuzz --minutes 5

doctor: $(STAMPS)/site  ## see whether this computer has all that is needed
	@$(ZHAOSHANG) doctor

clean:                  ## remove what was built; .venv stays
	rm -rf site .site-* .zhaoshang .fuzz build *.egg-info
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find site_builder tests benchmarks -name __pycache__ -prune -exec rm -rf {} +
	rm -rf $(STAMPS)

# The tests need all that the site needs, and more; so the one waits for the other.
$(STAMPS)/test: $(STAMPS)/site tests/editor/package-lock.json

$(STAMPS)/%: $(SETUP) pyproject.toml requirements.lock
	@$(SETUP) $*
	@mkdir -p $(@D)
	@touch $@
