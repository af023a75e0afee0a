#!/usr/bin/env bash
# Runs the example of a client record system (clients/python/examples) against a demo server: docs/integrations.md.
#
#   scripts/integration-client.sh [BINARY]
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

python_client
debug_binary "${1:-}"
demo "$binary" integration OMRINGD_EVENT_HEARTBEAT_SECONDS=1
"$python" scripts/integration_client.py "$url"
