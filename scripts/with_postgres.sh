#!/usr/bin/env bash
# Run a command with a PostgreSQL server of its own: scripts/with_postgres.sh make test-postgres
# The server listens on a socket in a temporary folder only, and is gone afterwards. As root Debian's package is
# installed where there is none.
set -euo pipefail

find_server() { ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -V | tail -n 1; }

bin=$(find_server || true)
if [ -z "$bin" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Debian's postgresql" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >&2 && apt-get install -qq --yes --no-install-recommends postgresql >&2 </dev/null
    bin=$(find_server || true)
fi
if [ -z "$bin" ]; then
    echo "No PostgreSQL server is installed. On Debian or Ubuntu type:  sudo apt install postgresql" >&2
    exit 1
fi

home=$(mktemp -d "${TMPDIR:-/tmp}/plethu-postgres-XXXXXX")
as=()
if [ "$(id -u)" = 0 ]; then # the server refuses to run as root
    owner=$(id -un postgres 2>/dev/null || echo nobody)
    chown "$owner" "$home"
    as=(runuser -u "$owner" --)
fi
stop() {
    "${as[@]}" "$bin/pg_ctl" --pgdata "$home/data" --mode immediate --silent stop || true
    rm -rf "$home"
}
trap stop EXIT

cd "$home"
"${as[@]}" "$bin/initdb" --pgdata "$home/data" --username plethu --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >/dev/null
"${as[@]}" "$bin/pg_ctl" --pgdata "$home/data" --log "$home/log" --silent --wait start \
    --options "-c listen_addresses='' -c unix_socket_directories='$home' -c fsync=off -c full_page_writes=off" \
    || { cat "$home/log" >&2; exit 1; }
"${as[@]}" "$bin/createdb" --host "$home" --username plethu plethu
cd "$OLDPWD"
DATABASE_URL="postgres://plethu@/plethu?host=$home" "$@"
