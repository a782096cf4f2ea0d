#!/usr/bin/env bash
# Installs what the website (setup.sh site) or the tests (setup.sh test) need: Debian
# packages where they are missing and may be installed, then Python libraries in .venv, and
# for the tests the language server that editors use, in tests/editor/node_modules.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:?usage: scripts/setup.sh site|test}

say() { printf '%s\n' "$*" >&2; }

python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.11 python3; do
        if [[ -n $candidate ]] && command -v "$candidate" >/dev/null &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    say "Python 3.11 or later is needed: apt-get install python3.11 python3-venv"
    exit 1
}

installed() {
    [[ $(dpkg-query -W -f='${Status}' "$1" 2>/dev/null) == 'install ok installed' ]]
}

# A Python from elsewhere brings its own venv, and a browser may come from elsewhere too:
# those are asked for by what they do, the others by their package.
missing_packages() {
    local package
    "$1" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    for package in libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-noto-cjk \
        libgs-common; do
        installed "$package" || echo "$package"
    done
    if [[ $purpose == test ]]; then
        command -v chromium >/dev/null || echo chromium
        command -v git >/dev/null || echo git
        command -v node >/dev/null || echo nodejs
        command -v npm >/dev/null || echo npm
    fi
}

install_packages() {
    local packages=("$@") as_root=()
    local install=(apt-get install -y --no-install-recommends "${packages[@]}")
    if [[ $(id -u) -ne 0 ]]; then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
            say "These Debian packages are missing. Install them and run make again:"
            say "  sudo apt-get update && sudo ${install[*]}"
            exit 1
        fi
        as_root=(sudo -n)
    fi
    say "Installing ${packages[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" >&2
}

interpreter=$(python)

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    mapfile -t packages < <(missing_packages "$interpreter")
    if ((${#packages[@]})); then
        install_packages "${packages[@]}"
    fi
else
    say "This is not Debian: make doctor says what else the website needs."
fi

# Made anew if it was left half made, or its Python has gone.
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    "$interpreter" -m venv --clear .venv
fi

target=.
[[ $purpose == site ]] || target=".[$purpose]"
say "Installing Python libraries for $target"
.venv/bin/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e "$target"

if [[ $purpose == test ]]; then
    locked=tests/editor/package-lock.json present=tests/editor/node_modules/.installed
    if ! cmp -s "$locked" "$present"; then
        say "Installing the language server for tests/editor"
        npm ci --prefix tests/editor --silent --no-audit --no-fund
        cp "$locked" "$present"
    fi
fi
