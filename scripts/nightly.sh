#!/usr/bin/env bash
# Checks that take too long for every change. CI runs them each night; also run them before a release. About half an hour, plus builds.
#
# - Generated requests against every operation, other ones each day: the seed is the date, and SEED=20261126 repeats that day's.
# - Journeys in the front end, in Chromium against the real program.
# - A rolling upgrade from the last release, and the way back, under load.
# - The service killed, and PostgreSQL lost, in the middle of writes: what is stored beside a ledger kept outside.
# - The query plans of a database five times the size of the one in CI.
# - Isolation of organisations by row-level security alone, in a build without the organisation in any query.
# - The package installed and purged in a new Debian, and with its SBOM; the third-party notices; the image built
#   from source.
# - The times of refused log-ins of known and unknown addresses, which must not differ.
# - Network measures compared with those of networkx, and exports opened by networkx and igraph.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
rm -f target/left-out.txt

# 100 kills in 10,000 writes on each database. Its data are encrypted as the service does it.
crashes() {
    install_missing postgresql
    keyed_python
    "$python" bench/crashes.py
}

plans() {
    install_missing postgresql
    keyed_python
    "$python" bench/plans.py --clients 100000 --supporters 10
}

export SEED=${SEED:-$(date +%Y%m%d)}
step "Generated requests, seed $SEED" scripts/schemathesis.sh
step "The tools of the rings" scripts/rings.sh
step "The tools of the front end" scripts/front-end.sh
step "Journeys in Chromium" scripts/journeys.sh
step "A rolling upgrade, and back" scripts/upgrade.sh
step "Isolation by row-level security alone" scripts/isolation-without-filter.sh
# Uses a release build.
cargo build -q --release -p api
step "Killed in the middle of writes" crashes
step "Query plans at 100,000 clients" plans
step "The Debian package, installed and purged" scripts/package.sh --install
step "The Debian package with its parts" scripts/package.sh --sbom
step "Notices of third parties" scripts/notices.sh --check
step "The image, built from source" scripts/image.sh --whole
step "Times of known and unknown addresses" scripts/uniform-times.sh
step "Measures beside networkx" scripts/networkx.sh
step "Exports opened by other programs" scripts/exports.sh
tell_left_out
