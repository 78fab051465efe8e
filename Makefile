# printlayout: two commands. `make issue` builds the real page, `make test` runs the tests; both set up everything
# they need first and can be repeated.
.POSIX:
PRINTLAYOUT = .venv/bin/printlayout
EXAMPLE = examples/shiyan-tongzhan
SECONDS = 30

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 14

setup: ## virtual environment with the locked versions
	@sh scripts/setup.sh

fonts: setup ## open fonts into the user's cache
	@$(PRINTLAYOUT) fonts install

issue: fonts ## build the special-report page into out/
	@echo "==> building $(EXAMPLE)"
	@$(PRINTLAYOUT) build $(EXAMPLE) --out out

browser: setup ## Chromium and axe-core, for the tests in a browser
	@sh scripts/browser.sh

test: fonts browser ## the test suite
	@echo "==> tests"
	@.venv/bin/python -m pytest -m "not slow"

test-all: fonts browser ## the slow tests too
	@HYPOTHESIS_PROFILE=new .venv/bin/python -m pytest

fuzz: fonts ## a coverage-guided fuzzer on every reader of files, SECONDS each (30)
	@sh scripts/fuzz.sh $(SECONDS)

lint: setup ## ruff
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .

types: setup ## mypy --strict on src
	@.venv/bin/mypy

imports: setup ## who may import whom
	@.venv/bin/lint-imports

format: setup ## ruff's own repairs
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

docs: setup ## the documentation as a site, into out/docs; every link is checked
	@.venv/bin/python docs/make_site.py

docs-pictures: fonts ## the pictures of README and docs/, anew from the examples
	@.venv/bin/python docs/make_pictures.py

bench: fonts ## medians of the cold page, the warm page, 32 pages
	@.venv/bin/python benchmarks/bench.py

bench-serve: fonts browser ## from a save to the new page in a browser
	@.venv/bin/python benchmarks/serve.py

quality: fonts ## how well the example's body is set at some measures
	@.venv/bin/python benchmarks/quality.py

lock: setup ## exact versions anew (needs pip-tools in the environment)
	@.venv/bin/python -m pip install --quiet pip-tools
	@.venv/bin/pip-compile --quiet --extra dev --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
	  --no-emit-trusted-host --no-emit-find-links --no-header --annotation-style=line -o requirements.lock pyproject.toml

clean: ## everything that was made here
	rm -rf .venv .venv-fuzz out build dist .pytest_cache .mypy_cache .ruff_cache

.PHONY: help setup fonts browser issue test test-all fuzz lint types imports format docs docs-pictures bench bench-serve quality lock clean
