#!/bin/sh
# Print a Python that runs, is 3.11 or newer and can make an environment. One that is only found may be a broken shim.
old=""
for name in "${PYTHON:-python3}" python3.13 python3.12 python3.11 python3.14 python; do
    path=$(command -v "$name" 2>/dev/null) || continue
    "$path" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    old=$path
    "$path" -c 'import venv, ensurepip' >/dev/null 2>&1 || continue
    echo "$path"
    exit 0
done
if [ -n "$old" ]; then
    version=$("$old" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    echo "$old cannot make an environment. On Debian or Ubuntu type:  sudo apt install ${version}-venv" >&2
else
    echo "Python 3.11 or newer is needed. On Debian or Ubuntu type:  sudo apt install python3 python3-venv" >&2
fi
exit 1
