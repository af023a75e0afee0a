#!/usr/bin/env bash
# What is too long for every change: CI runs it each night; run it before a release too. About half an hour, and what it builds.
#
# - Generated requests against every operation, other ones each day: the seed is the date, and SEED=20261126 repeats that day's.
# - Isolation of organisations by row-level security alone, in a build without the organisation in any query.
# - The package installed and purged in a new Debian, and with a list of its parts (SBOM); the notices of third parties; the image built
#   from source.
# - Our network measures beside those of networkx, and exports opened by networkx and igraph.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
rm -f target/left-out.txt

export SEED=${SEED:-$(date +%Y%m%d)}
step "Generated requests, seed $SEED" scripts/schemathesis.sh
step "Isolation by row-level security alone" scripts/isolation-without-filter.sh
# Of a release build.
cargo build -q --release -p api
step "The Debian package, installed and purged" scripts/package.sh --install
step "The Debian package with its parts" scripts/package.sh --sbom
step "Notices of third parties" scripts/notices.sh --check
step "The image, built from source" scripts/image.sh --whole
step "Measures beside networkx" scripts/networkx.sh
step "Exports opened by other programs" scripts/exports.sh
tell_left_out
