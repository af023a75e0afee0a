#!/usr/bin/env bash
# Builds and checks app/, and compares app/dist with the build. scripts/journeys.sh drives it in Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

need npm "it comes with Node.js 20 or newer"
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1


tools() {
    local client
    for client in ../clients/typescript ../clients/rings; do
        quiet_npm ci --prefix "$client"
        npm run --silent build --prefix "$client"
    done
    quiet_npm ci
}

built() {
    npm run --silent build -- --logLevel warn
    test -z "$(git status --porcelain -- dist)" || { git status --short -- dist; echo "Commit what \`npm run build\` wrote in app/dist"; exit 1; }
}

short_files() { ! git ls-files -z src tests | xargs -0 wc -l | awk '$2 != "total" && $1 > 400 { print; found = 1 } END { exit !found }'; }

cd app
step "Tools of the front end" tools
step "Format and types of the front end" npm run --silent check
step "Files of the front end of at most 400 lines" short_files
step "The built files of the front end" built
step "Size of the front end" npm run --silent size
step "Tests of the front end" npm run --silent test
