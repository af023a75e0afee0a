#!/usr/bin/env bash
# Checks the dependencies against deny.toml: licences, versions, sources, and no crate with a known vulnerability.
#
# Vulnerabilities are read from the RustSec database on GitHub. If it is unreachable, the output reports this and the rest is
# still checked; if it is reachable, a vulnerability is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

cargo_tool cargo-deny 0.20.2

checks=(licenses bans sources)
mkdir -p target
if cargo deny fetch db >target/advisories.log 2>&1; then
    checks+=(advisories)
else
    grep . target/advisories.log | tail -n 1
    left_out "known vulnerabilities of dependencies: the database of RustSec cannot be reached from here"
fi
cargo deny check "${checks[@]}"
