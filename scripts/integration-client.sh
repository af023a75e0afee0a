#!/usr/bin/env bash
# Runs the example of a client record system, in Python with `private_key_jwt`, against a demo server: docs/integrations.md.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

keyed_python
cargo build -q -p api
demo target/debug/omringd integration
"$python" scripts/integration_client.py "$url"
