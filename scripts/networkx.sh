#!/usr/bin/env bash
# Compares the service's network measures with those of networkx for thirty real networks outside the project, over the API of
# a demo server. Without the networks it reports this and exits.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

if [ ! -d "$real_networks" ]; then
    left_out "our measures beside those of networkx: the real networks are not at $real_networks"
    exit
fi
venv networks "networkx==3.6.1" "igraph==1.0.0"
debug_binary
demo "$binary" networkx
target/venv/networks/bin/python scripts/networkx_compare.py "$url" "$real_networks"
