#!/usr/bin/env bash
# What is too long for every change, or needs programs that most changes do not touch: run it each night, and before a release.
#
# - Generated requests against every operation: about MINUTES minutes, and what it finds depends on luck as well.
# - Our network measures beside those of networkx, and exports opened by networkx and igraph: they only change with the code
#   of the measures and the exports.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
rm -f target/left-out.txt

step "Generated requests" scripts/schemathesis.sh
step "Measures beside networkx" scripts/networkx.sh
step "Exports opened by other programs" scripts/exports.sh
tell_left_out
