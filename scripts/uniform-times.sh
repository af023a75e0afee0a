#!/usr/bin/env bash
# Compares how long log-ins, password resets, ways to log in and challenges for passkeys take for known and unknown addresses:
# medians of 1,000 each, in turn. Fails if
# they differ by 5 % or more. Takes two minutes on an idle machine. Nightly, because it measures time.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo test -q --workspace --test it known_and_unknown_addresses -- --ignored --nocapture
