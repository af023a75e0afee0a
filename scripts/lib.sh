# shellcheck shell=bash disable=SC2034
# Sourced by the scripts beside it, from the project's directory: named steps, what a step needs on the machine, and a demo to ask.

# Thirty real networks, which are not part of the project.
real_networks=../shared/data/transnat

# step NAME COMMAND…: runs the command under its name and says how long it took.
step() {
    local name=$1 since=$SECONDS
    shift
    echo "== $name"
    "$@"
    echo "-- $name: $((SECONDS - since)) s"
}

# left_out WHAT: says that something is not checked on this machine. `tell_left_out` repeats it at the end, where it is read.
left_out() {
    echo "Left out: $1"
    mkdir -p target && echo "Left out: $1" >>target/left-out.txt
}
tell_left_out() { sort -u target/left-out.txt 2>/dev/null || true; }

# need PROGRAM HOW: stops if a program is missing, and says how to get it.
need() { command -v "$1" >/dev/null || { echo "$1 is missing: $2" >&2; exit 1; }; }

# debian PACKAGE…: installs Debian packages as root or in CI; elsewhere it stops and says what to install.
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

# install_missing PACKAGE…: installs those of these Debian packages that are not there.
install_missing() {
    local package missing=()
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if [ ${#missing[@]} -gt 0 ]; then debian "${missing[@]}"; fi
}

# venv NAME PACKAGE==VERSION…: makes target/venv/NAME with exactly these Python packages, unless it is there.
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

# demo BINARY NAME [SETTING=VALUE…]: starts a demo on SQLite with a directory of its own and no limit of requests, waits until it
# is ready, and sets `url` and `server`, its process. It ends with the script.
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
