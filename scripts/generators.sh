#!/usr/bin/env bash
# Generates clients in TypeScript from the document as its users do, compiles programs that use them, and fails if a type is lost:
# the warnings of the generators, and fallbacks to "unknown", must equal scripts/generators/known.txt. The client in Python is
# checked by scripts/python-client.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

document=$PWD/openapi/openapi.json
work=target/generators

need npm "it comes with Node.js 20 or newer"
mkdir -p "$work"
cp scripts/generators/* "$work/"
if ! cmp -s scripts/generators/package-lock.json "$work/installed-lock.json"; then
    (cd "$work" && quiet_npm ci)
    cp scripts/generators/package-lock.json "$work/installed-lock.json"
fi

cd "$work"
rm -rf generated findings.txt
mkdir generated

npx openapi-typescript "$document" -o generated/openapi-typescript.ts 2>&1 | grep -vE '^(✨|🚀|$)' | sed 's/^/openapi-typescript: /' >>findings.txt || true
npx openapi-ts -i "$document" -o generated/hey-api >hey-api.log 2>&1 || { cat hey-api.log; exit 1; }
grep -iE 'skipping|warn|unresolv|error' hey-api.log | sed 's/^/hey-api: /' >>findings.txt || true
grep -oE '^ *[A-Za-z]+\??: Array<unknown>|^export type [A-Za-z]+ = unknown|^ {8}[A-Za-z]+: unknown' generated/openapi-typescript.ts generated/hey-api/types.gen.ts |
    sed -E 's/: +/: /' >>findings.txt || true
npx tsc -p .

LC_ALL=C sort -o findings.txt findings.txt
diff <(grep -vE '^(#|$)' known.txt | LC_ALL=C sort) findings.txt || { echo "The generators find something else than scripts/generators/known.txt says"; exit 1; }
