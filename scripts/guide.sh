#!/usr/bin/env bash
# Proves the developer guide (docs/guide): its links, that each example is in TypeScript, Python and curl, that the examples compile
# and run against a demo after the installation that the page Start describes, and that they print what the pages show.
#
#   scripts/guide.sh [BINARY]
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

need npm "it comes with Node.js 20 or newer"
command -v jq >/dev/null || debian jq
python_client
debug_binary "${1:-}"

# What the page says must be what `demo` runs.
grep -A 1 '^```sh demo$' docs/guide/start.md | grep -qx 'omringd demo' || { echo "docs/guide/start.md does not start the demo"; exit 1; }

# In a subshell: each demo ends with it.
structure() (
    demo "$binary" guide
    python3 scripts/guide/structure.py "$url"
)
examples() (
    demo "$binary" "guide-$1" OMRINGD_EVENT_HEARTBEAT_SECONDS=1
    python3 scripts/guide/run.py "$1" "$url" "$python"
)

step "Pages, links and examples of the guide" structure
step "The guide in TypeScript" examples ts
step "The guide in Python" examples python
step "The guide with curl" examples sh
