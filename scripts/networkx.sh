#!/usr/bin/env bash
# Compares our measures with those of networkx for the thirty real networks that lie beside the project, over the API of
# a demo server. Without them it says so and leaves.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

if [ ! -d "$real_networks" ]; then
    left_out "our measures beside those of networkx: the real networks are not at $real_networks"
    exit
fi
venv networks "networkx==3.6.1" "igraph==1.0.0"
cargo build -q -p api
demo target/debug/omringd networkx
target/venv/networks/bin/python scripts/networkx_compare.py "$url" "$real_networks"
