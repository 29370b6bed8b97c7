# make help   says what there is. Only Python 3.11 or newer and make are needed.

VENV := .venv
PYTEST := .venv/bin/python -m pytest --numprocesses auto --dist loadfile
OF_DATABASE := tests/web --ignore tests/web/test_api_schema.py -p no:schemathesis
BIN := $(VENV)/bin
LOCKS := requirements-build.lock pyproject.toml scripts/setup.py src/plethu/__init__.py

# Hundreds of tests start a Python of their own: what is compiled once is kept, and apart from the sources.
export PYTHONDONTWRITEBYTECODE :=
export PYTHONPYCACHEPREFIX := $(CURDIR)/$(VENV)/bytecode

.DEFAULT_GOAL := help
.PHONY: help run test test-postgres test-outside check bench messages lock

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' Makefile
	@echo
	@echo 'ARGS="..." passes words on, as in: make run ARGS="--port 8001"   make test ARGS="tests/library -k purpose"'

run: $(VENV)/.ready-run ## set up and start the site on http://127.0.0.1:8000
	@$(BIN)/python scripts/catalogues.py
	@$(BIN)/plethu serve $(ARGS)

test: $(VENV)/.ready-dev ## all tests, on SQLite and in a real browser
	@$(BIN)/python scripts/catalogues.py
	@chromium=$$($(BIN)/python scripts/chromium.py) && \
	env -u DATABASE_URL PLETHU_CHROMIUM="$$chromium" $(PYTEST) -m "not outside" $(ARGS)

test-postgres: $(VENV)/.ready-dev ## all tests that touch the database but those in a browser, on the PostgreSQL of DATABASE_URL
	@case "$$DATABASE_URL" in postgres*) ;; *) echo "Set DATABASE_URL=postgres://name:password@host:port/database first" >&2; exit 1;; esac
	@$(BIN)/python scripts/catalogues.py
	@$(PYTEST) -m "database and not outside and not browser" $(or $(ARGS),$(OF_DATABASE))

test-outside: $(VENV)/.ready-dev ## the tests that need files from elsewhere: PLETHU_SAMPLES and PLETHU_REPORT
	@test -d "$$PLETHU_SAMPLES" || { echo "Set PLETHU_SAMPLES to the folder of sample files first" >&2; exit 1; }
	@test -d "$$PLETHU_REPORT" || { echo "Set PLETHU_REPORT to the folder of the report first" >&2; exit 1; }
	@$(PYTEST) -m outside $(ARGS)

check: $(VENV)/.ready-dev ## style, types, architecture, licences, editions, Welsh
	@$(BIN)/python scripts/check.py

bench: $(VENV)/.ready-dev ## print speeds and ratios
	@$(BIN)/python -m benchmarks $(ARGS)

messages: $(VENV)/.ready-dev ## bring the Welsh catalogue up to the messages of the interface
	@$(BIN)/python scripts/messages.py

lock: $(VENV)/.ready-dev ## write the lock files anew
	@sh scripts/lock.sh $(ARGS)

$(VENV)/.ready-run: requirements.lock $(LOCKS)
	@python=$$(sh scripts/python.sh) && "$$python" scripts/setup.py run

$(VENV)/.ready-dev: requirements-dev.lock requirements-welsh.lock $(LOCKS)
	@python=$$(sh scripts/python.sh) && "$$python" scripts/setup.py dev
