# shellcheck shell=bash disable=SC2034
# Sourced by the other scripts, from the project's directory: named steps, required programs, and a demo server.

# Directory of thirty real networks, which are not part of the project.
real_networks=../shared/data/transnat

# step NAME COMMAND…: runs the command under its name and prints its duration.
step() {
    local name=$1 since=$SECONDS
    shift
    echo "== $name"
    "$@"
    echo "-- $name: $((SECONDS - since)) s"
}

# left_out WHAT: reports that a check does not run on this machine. `tell_left_out` repeats it at the end, where it is noticed.
left_out() {
    echo "Left out: $1"
    mkdir -p target && echo "Left out: $1" >>target/left-out.txt
}
tell_left_out() { sort -u target/left-out.txt 2>/dev/null || true; }

# need PROGRAM HOW: exits if a program is missing, and prints how to install it.
need() { command -v "$1" >/dev/null || { echo "$1 is missing: $2" >&2; exit 1; }; }

# debian PACKAGE…: installs Debian packages as root or in CI; elsewhere it exits and prints what to install.
debian() {
    local as_root=(env)
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
    if ! command -v apt-get >/dev/null || { [ "$(id -u)" -ne 0 ] && [ -z "${CI:-}" ]; }; then
        echo "Missing: $*. On Debian and Ubuntu: sudo apt-get install $*" >&2
        exit 1
    fi
    echo "Installing $*"
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" </dev/null
}

# install_missing PACKAGE…: installs the given Debian packages that are missing.
install_missing() {
    local package missing=()
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if [ ${#missing[@]} -gt 0 ]; then debian "${missing[@]}"; fi
}

# cargo_tool NAME VERSION [OPTION…]: puts this version of a cargo subcommand on the PATH, in target/tools if it is not there yet.
# Without optimisation, because it runs for seconds and takes minutes to build.
cargo_tool() {
    export PATH=$PWD/target/tools/bin:$PATH
    if ! "$1" "${1#cargo-}" --version 2>/dev/null | grep -qF "$2"; then
        cargo install -q --locked --profile dev --version "$2" --root target/tools --target-dir target/tools/build "${@:3}" "$1"
    fi
}

# quiet_npm COMMAND [ARGUMENT…]: npm without the scripts of packages, and without what it says of itself.
quiet_npm() { npm "$1" --ignore-scripts --no-audit --no-fund --silent "${@:2}"; }

# venv NAME PACKAGE==VERSION…: creates target/venv/NAME with exactly these Python packages, unless it exists.
venv() {
    local directory=target/venv/$1
    shift
    if [ "$(cat "$directory/installed" 2>/dev/null)" = "$*" ]; then return; fi
    python3 -c "import ensurepip" 2>/dev/null || debian python3 python3-venv
    rm -rf "$directory"
    python3 -m venv "$directory"
    "$directory/bin/pip" install -q "$@"
    echo "$*" >"$directory/installed"
}

# keyed_python: sets `python` to one that has what signs assertions and encrypts the data of measurements.
keyed_python() {
    venv integrations "pyjwt==2.15.1" "cryptography==50.0.2"
    python=target/venv/integrations/bin/python
}

# python_client: sets `python` to one that has clients/python as it is here, and what checks it.
python_client() {
    venv python-client -e clients/python "attrs==26.1.0" "cryptography==50.0.2" "httpx==0.28.1" "httpx-sse==0.4.3" "pyjwt==2.15.1" \
        "mypy==2.4.1" "pytest==9.2.0"
    python=$PWD/target/venv/python-client/bin/python
}

# debug_binary [BINARY]: sets `binary` to the given program. Without one it is built, together with the tests so that nothing is
# built twice.
debug_binary() {
    binary=${1:-target/debug/omringd}
    if [ -z "${1:-}" ]; then cargo test -q --workspace --no-run; fi
}

# demo BINARY NAME [SETTING=VALUE…]: starts a demo on SQLite with a separate directory and no request limit, waits until it
# is ready, and sets `url` and `server`, its process. It stops when the script ends.
demo() {
    local binary=$1 log=target/$2.log
    need python3 "apt-get install python3"
    url=http://127.0.0.1:$(free_port)
    env XDG_DATA_HOME="$PWD/target/$2-data" OMRINGD_LISTEN="${url#http://}" OMRINGD_PUBLIC_URL="$url" \
        OMRINGD_REQUESTS_PER_MINUTE=0 OMRINGD_LOG_LEVEL=error "${@:3}" "$binary" demo >"$log" 2>&1 &
    server=$!
    trap 'kill "$server" 2>/dev/null || true' EXIT
    for _ in $(seq 100); do
        if curl -fs "$url/health/ready" >/dev/null; then return; fi
        sleep 0.2
    done
    cat "$log"
    echo "The demo did not start" >&2
    exit 1
}
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# Of the newest PostgreSQL that Debian installed: its programs, and a command run as its user.
postgres_programs() { printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1; }
as_postgres() { (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); }
