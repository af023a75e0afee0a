#!/usr/bin/env bash
# Checks the dependencies against deny.toml: licences, versions, sources, and no crate with a known vulnerability.
#
# Vulnerabilities are read from the RustSec database on GitHub. If it is unreachable, the output reports this and the rest is
# still checked; if it is reachable, a vulnerability is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

version=0.20.2
deny=$(command -v cargo-deny || echo "$PWD/target/tools/bin/cargo-deny")
if ! "$deny" --version 2>/dev/null | grep -qF "cargo-deny $version"; then
    deny=$PWD/target/tools/bin/cargo-deny
    if ! "$deny" --version 2>/dev/null | grep -qF "cargo-deny $version"; then
        # Without optimisation, because it runs for seconds and takes minutes to build.
        cargo install -q cargo-deny --locked --version "$version" --profile dev --root target/tools --target-dir target/tools/build
    fi
fi

checks=(licenses bans sources)
mkdir -p target
if "$deny" fetch db >target/advisories.log 2>&1; then
    checks+=(advisories)
else
    grep . target/advisories.log | tail -n 1
    left_out "known vulnerabilities of dependencies: the database of RustSec cannot be reached from here"
fi
"$deny" check "${checks[@]}"
