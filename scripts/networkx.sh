#!/usr/bin/env bash
# Compares our measures with those of networkx for the thirty real networks that lie beside the project, over the API of
# a demo server. Without them it says so and leaves.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${OMRINGD_TRANSNAT:-../shared/data/transnat}
if [ ! -d "$data" ]; then
    echo "left out: the real networks are not at $data (set OMRINGD_TRANSNAT)"
    exit 0
fi
version=3.4.2
venv=target/networkx
if ! "$venv/bin/python" -c "import networkx; assert networkx.__version__ == '$version'" 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q "networkx==$version"
fi
port=${OMRINGD_NETWORKX_PORT:-$((20000 + RANDOM % 20000))}
url=http://127.0.0.1:$port
cargo build -q -p api
XDG_DATA_HOME=$PWD/$venv/data OMRINGD_LISTEN=127.0.0.1:$port OMRINGD_PUBLIC_URL=$url OMRINGD_REQUESTS_PER_MINUTE=0 \
    OMRINGD_LOG_LEVEL=error target/debug/omringd demo >target/networkx.log 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 100); do curl -fs "$url/health/ready" >/dev/null && break; sleep 0.2; done
"$venv/bin/python" scripts/networkx_compare.py "$url" "$data"
