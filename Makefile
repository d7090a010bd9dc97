# The commands of the knowledge base. `make serve` to see it, `make test` before you hand work over.
PYTHON ?= python3
BIN := .venv/bin
# Stamps: set-up is repeated only when a lock file, pyproject.toml or the Python changes.
RUN := .venv/.ready-to-run
TEST := .venv/.ready-to-test
# Pages and data carry the commit's date, so that two builds of one commit are identical.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
# Material announces its end of life on every build; docs and pyproject.toml say what follows from it.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help serve build check test test-programs search-quality screenshots accessibility lock clean
help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "make %-15s %s\n", $$1, $$2}'

serve: $(RUN) ## Show the site on http://127.0.0.1:8000 and reload on change (LOCALE=lv: one language)
	@echo "Building; then open http://127.0.0.1:8000/$(if $(LOCALE),$(LOCALE)/)"
	@$(BIN)/watchfiles --filter python --sigint-timeout 3 "$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000" hooks

build: $(RUN) ## Build site/ and refuse problems (LENIENT=1: show drafts)
	@$(BIN)/mkdocs build $(if $(LENIENT),,--strict)

check: $(TEST) ## Lint, format, types and content problems; no browser
	@echo "Lint …" && $(BIN)/ruff check -q && $(BIN)/ruff format -q --check
	@echo "Types …" && $(BIN)/mypy
	@echo "Content …" && $(BIN)/colabora check

test: check ## Run all tests; uses an installed Chromium or installs one
	@$(BIN)/python tests/chromium.py
	@$(BIN)/pytest -n 2 --dist loadgroup -m "not programs" --cov --cov-report=term

test-programs: $(TEST) ## Run the tests that need other programs (LibreOffice, nginx)
	@$(BIN)/pytest -m programs

search-quality: $(TEST) ## Count how well the forms of words find each other, for the page that shows it
	@$(BIN)/python tests/word_forms/counting.py

screenshots: $(TEST) build ## Build, and take pictures of every kind of page into screenshots/
	@$(BIN)/python tests/browser/screenshots.py

accessibility: $(TEST) build ## Build, look at every page with axe-core and write what it finds into the accessibility statement
	@$(BIN)/python tests/browser/accessibility.py

lock: $(TEST) ## Choose versions anew and write both lock files
	@$(BIN)/pip install -q uv
	@$(BIN)/uv pip compile -q --universal --generate-hashes --upgrade --no-emit-index-url --no-emit-find-links --no-annotate --no-header pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile -q --universal --generate-hashes --upgrade --no-emit-index-url --no-emit-find-links --no-annotate --no-header --extra test -c requirements.lock pyproject.toml -o tests/requirements.lock

clean: ## Delete what was made
	@rm -rf .venv site .build screenshots .coverage .pytest_cache .mypy_cache .ruff_cache

$(RUN): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one: make PYTHON=python3.12")'
	@test -x $(BIN)/python || { echo "Making .venv …"; $(PYTHON) -m venv .venv; }
	@echo "Installing what the site needs …" && $(BIN)/pip install -q --no-deps --require-hashes -r requirements.lock
	@$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(TEST): $(RUN) tests/requirements.lock
	@echo "Installing what the tests need …" && $(BIN)/pip install -q --no-deps --require-hashes -r tests/requirements.lock
	@touch $@
