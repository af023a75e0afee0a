#!/usr/bin/env bash
# Checks, builds and tests <omringd-rings> (clients/rings), packs it, and compiles the examples of its README against the packages.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

need npm "it comes with Node.js 20 or newer"

stranger=$(mktemp -d)
trap 'rm -rf "$stranger"' EXIT

# The package as others get it: it depends on nothing, and the TypeScript of its README compiles against it and the packed client.
stranger() {
    npm pack --silent --pack-destination "$stranger" >/dev/null
    (
        cd ../typescript
        test -d node_modules || quiet_npm ci
        npm pack --silent --pack-destination "$stranger" >/dev/null
    )
    awk -v to="$stranger/example" '/^```ts$/ { on = 1; n++; next } /^```/ { on = 0 } on { print > (to n ".ts") }' README.md
    cp stranger/* "$stranger"
    local tsc=$PWD/node_modules/.bin/tsc
    (
        cd "$stranger"
        quiet_npm install ./omringd-rings-*.tgz ./omringd-client-*.tgz
        test "$(ls node_modules/@omringd | tr '\n' ' ')$(ls -A node_modules | grep -cv '^\.')" = "client rings 1" ||
            { echo "The package brings others: $(ls node_modules)"; exit 1; }
        "$tsc" -p .
    )
}

cd clients/rings
step "Tools of the rings" quiet_npm ci
step "Format and types of the rings" npm run --silent check
step "Build of the rings" npm run --silent build
step "Size of the rings" npm run --silent size
step "Tests of the rings" npm run --silent test
step "The packed rings in another project" stranger
