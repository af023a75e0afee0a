#!/usr/bin/env bash
# Compares the cost of each request with bench/counters.md, and the query plans at 20,000 clients with their expected shapes:
# installs missing tools, builds the release binary, counts. `scripts/counters.sh --write` writes the table instead.
set -euo pipefail
cd "$(dirname "$0")/.."

. scripts/lib.sh

missing=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
command -v valgrind >/dev/null || missing+=(valgrind)
command -v python3 >/dev/null || missing+=(python3)
if [ "${#missing[@]}" -gt 0 ]; then debian "${missing[@]}"; fi

# The measured rows are encrypted as the service does it.
keyed_python

step "The release build" cargo build -q --release -p api
step "Counters" "$python" bench/counters.py "${1:---check}"
step "Query plans" "$python" bench/plans.py --clients "${OMRINGD_PLANS_CLIENTS:-20000}" --supporters 10
