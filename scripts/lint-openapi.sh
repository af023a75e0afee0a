#!/usr/bin/env bash
# Lints the committed OpenAPI document with the project's rules. Any finding is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

need npx "it comes with Node.js 20 or newer"
npx --yes @stoplight/spectral-cli@6.16.3 lint --fail-severity hint --ruleset openapi/.spectral.yaml openapi/openapi.json
