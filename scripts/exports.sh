#!/usr/bin/env bash
# Opens what the tests export with other programs: GraphML in networkx and igraph, and the CSV files with the names, types
# and keys that R's egor builds on. R itself is not run here.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=target/exports-venv
if ! "$venv/bin/python" -c "import networkx, igraph" 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q "networkx==3.6.1" "igraph==1.0.0"
fi

rm -rf target/exports
OMRINGD_EXPORTS=$PWD/target/exports cargo test -q -p tests --test it -- exports::thirty exports::network_canvas
"$venv/bin/python" scripts/exports.py target/exports
