#!/bin/sh
# Write the lock files anew: hashes, no addresses. After changing a dependency: make lock. To take a newer version:
# make lock ARGS='--upgrade-package django'
set -eu
cd "$(dirname "$0")/.."
UV=.venv/bin/uv
MORE=${*:-}
lock() {
    target=$1
    shift
    $UV pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --custom-compile-command "make lock" --output-file "$target" $MORE "$@"
}
lock requirements.lock --extra postgres pyproject.toml
lock requirements-dev.lock --extra postgres --group dev --group bench pyproject.toml
echo "uv
hatchling
editables
babel
msgspec" | $UV pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --constraint requirements-dev.lock --custom-compile-command "make lock" --output-file requirements-build.lock -
# Only its two modules of spelling and mutations are used; what it asks for beyond that is left out.
echo "cymraeg-mcp==0.1.0" | $UV pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-deps \
    --no-emit-index-url --custom-compile-command "make lock" --output-file requirements-welsh.lock -
