#!/usr/bin/env bash
# Checks and tests clients/typescript against the real program and in Chromium, packs it, and compiles and runs a project that has the
# package only.
#
#   scripts/typescript-client.sh [BINARY]
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

need npm "it comes with Node.js 20 or newer"
command -v chromium >/dev/null || debian chromium
debug_binary "${1:-}"
OMRINGD_BINARY=$(realpath "$binary")
CHROMIUM=$(command -v chromium)
export OMRINGD_BINARY CHROMIUM

project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT

generated() {
    npm run --silent generate
    git diff --exit-code --stat -- src/generated || { echo "Commit what \`npm run generate\` wrote in clients/typescript"; exit 1; }
}

# The package as others get it: its types, its three entries, the examples of its README, and that it depends on nothing.
stranger() {
    npm pack --silent --pack-destination "$project" >/dev/null
    cp stranger/* "$project"
    awk -v to="$project/example" '/^```ts$/ { on = 1; n++; next } /^```/ { on = 0 } on { print > (to n ".ts") }' README.md
    local tsc=$PWD/node_modules/.bin/tsc
    (
        cd "$project"
        quiet_npm install ./omringd-client-*.tgz
        test "$(ls -A node_modules | grep -v '^\.' | tr '\n' ' ')" = "@omringd " || { echo "The package brings others: $(ls node_modules)"; exit 1; }
        "$tsc" -p .
        node main.js
    )
}

cd clients/typescript
step "Tools of the TypeScript client" quiet_npm ci
step "Generated files of the TypeScript client" generated
step "Format and types of the TypeScript client" npm run --silent check
step "Size of the TypeScript client" npm run --silent size
step "Tests of the TypeScript client" npm run --silent test
step "The packed TypeScript client in another project" stranger
