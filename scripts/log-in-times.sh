#!/usr/bin/env bash
# Compares how long a refused log-in takes for known and unknown e-mail addresses, on a demo: fails if they differ by 5 % or more.
# `scripts/log-in-times.sh path/to/omringd` measures a finished binary; without it the release is built.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

binary=${1:-}
if [ -z "$binary" ]; then
    cargo build -q --release
    binary=target/release/omringd
fi
# The limits would refuse most attempts.
none=1000000/1h
demo "$binary" log-in-times OMRINGD_FAILURES_PER_NETWORK=$none OMRINGD_FAILURES_KNOWN_NETWORK=$none \
    OMRINGD_FAILURES_UNKNOWN_NETWORK=$none OMRINGD_FAILURES_UNKNOWN_NETWORKS=$none
python3 scripts/log_in_times.py "$url"
