#!/usr/bin/env bash
# Runs docs/first-organisation.py, from an empty database to a record system that creates a client.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

keyed_python
debug_binary
rm -rf target/first-organisation && mkdir -p target/first-organisation
target/venv/integrations/bin/python docs/first-organisation.py "$binary" target/first-organisation
