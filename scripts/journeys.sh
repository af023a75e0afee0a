#!/usr/bin/env bash
# Drives the rings and the front end in Chromium, the front end against the real program. Their tools come from scripts/rings.sh and
# scripts/front-end.sh.
#
#   scripts/journeys.sh [BINARY]
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

command -v chromium >/dev/null || debian chromium
CHROMIUM=$(command -v chromium)
debug_binary "${1:-}"
OMRINGD_BINARY=$(realpath "$binary")
export CHROMIUM OMRINGD_BINARY PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

step "The rings in Chromium" npm run --silent browser --prefix clients/rings
step "Journeys in the front end, on SQLite" npm run --silent journeys --prefix app
step "Journeys in the front end, on PostgreSQL" python3 bench/with_postgres.py npm run --silent journeys --prefix app
