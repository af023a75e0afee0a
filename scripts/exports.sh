#!/usr/bin/env bash
# Opens exports of the tests in other programs: GraphML in networkx and igraph, and the CSV files with the names, types
# and keys that R's egor requires. R itself does not run here.
set -euo pipefail
cd "$(dirname "$0")/.."

. scripts/lib.sh

venv networks "networkx==3.6.1" "igraph==1.0.0"
rm -rf target/exports
OMRINGD_EXPORTS=$PWD/target/exports cargo test -q --workspace --test it -- exports::thirty exports::network_canvas
target/venv/networks/bin/python scripts/exports.py target/exports
