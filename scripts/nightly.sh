#!/usr/bin/env bash
# What is too long for every change: CI runs it each night; run it before a release too. About 15 minutes, and what it builds.
#
# - Generated requests against every operation, other ones each day: the seed is the date, and SEED=20261126 repeats that day's.
# - Isolation of organisations by row-level security alone, in a build without the organisation in any query.
# - Our network measures beside those of networkx, and exports opened by networkx and igraph.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
rm -f target/left-out.txt

export SEED=${SEED:-$(date +%Y%m%d)}
step "Generated requests, seed $SEED" scripts/schemathesis.sh
step "Isolation by row-level security alone" scripts/isolation-without-filter.sh
step "Measures beside networkx" scripts/networkx.sh
step "Exports opened by other programs" scripts/exports.sh
tell_left_out
