#!/usr/bin/env bash
# Runs all checks and tests that do not depend on the machine. CI (.ci/run) runs this, and counts the cost of requests.
#
# Requires PostgreSQL's programs, Node.js and Python. As root or in CI it installs PostgreSQL with apt-get; elsewhere it prints
# what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
rm -f target/left-out.txt

if [ -z "${OMRINGD_TEST_POSTGRES:-}" ] && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && ! command -v initdb >/dev/null; then
    debian postgresql
fi
test -d "$real_networks" || left_out "the thirty real networks are not at $real_networks: tests that load them pass without"

# A longer file has more than one responsibility. Functions have at most 60 lines: clippy.toml.
short_files() { ! git ls-files -z '*.rs' 'clients/typescript/*.ts' ':!clients/typescript/src/generated' | xargs -0 wc -l | awk '$2 != "total" && $1 > 400 { print; found = 1 } END { exit !found }'; }

step "Files of at most 400 lines" short_files
step "One version of Rust" scripts/versions.sh
step "Format" cargo fmt --all --check
step "Lints" cargo clippy --workspace --all-targets -- -D warnings
step "Who knows whom" scripts/layers.sh
step "What a resource touches" scripts/footprint.sh
step "Dependencies" scripts/dependencies.sh
scripts/mail-sink.sh
# Most tests wait for a database part of their time: two for each processor keep it busy.
step "Tests" env RUST_TEST_THREADS="${RUST_TEST_THREADS:-$(($(nproc) * 2))}" cargo test --workspace --no-fail-fast
step "Rules of the document" scripts/lint-openapi.sh
step "Breaks of the document" scripts/breaking.sh
step "Clients generated from the document" scripts/generators.sh
step "The TypeScript client" scripts/typescript-client.sh
step "The rings as a web component" scripts/rings.sh
step "The front end" scripts/front-end.sh
step "A client record system with its own key" scripts/integration-client.sh
step "The client in Python" scripts/python-client.sh
step "The developer guide" scripts/guide.sh
step "A passkey in Chromium" scripts/passkeys.sh
step "A log-in with a real identity provider" scripts/identity-provider.sh
step "Conformance to SCIM" scripts/provisioning.sh
step "From an empty database to a record system" scripts/first-organisation.sh
step "What the main screens of a front end cost" cargo test -q --workspace --test it front_end_budgets -- --nocapture
tell_left_out
