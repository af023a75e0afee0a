#!/usr/bin/env bash
# Runs the conformance checks of scim2-tester against a demo server, with a token as an identity provider has it:
# docs/provisioning.md. A check that fails, or is skipped, fails this.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

venv provisioning "scim2-cli==0.6.0" "scim2-tester==0.5.2" "scim2-client==0.13.2" "scim2-models==0.12.3"
debug_binary
demo "$binary" provisioning
token=$(python3 scripts/provisioning_token.py "$url")
report=target/provisioning.txt
if ! SCIM_CLI_HEADERS="Authorization: Bearer $token" target/venv/provisioning/bin/scim2 --url "$url/scim/v2" test >"$report" 2>&1; then
    cat "$report"
    exit 1
fi
echo "$(grep -c '^SUCCESS' "$report") checks of SCIM passed"
