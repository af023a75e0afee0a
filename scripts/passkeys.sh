#!/usr/bin/env bash
# Adds a passkey, logs out and logs in with it, in Chromium with its virtual authenticator, against a demo server: docs/log-in.md.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

command -v chromium >/dev/null || debian chromium
venv passkeys "websockets==17.4"
debug_binary
front_end=http://localhost:$(free_port)
demo "$binary" passkeys OMRINGD_CORS_ORIGINS="$front_end" OMRINGD_PASSKEY_ORIGINS="$front_end"
target/venv/passkeys/bin/python scripts/passkeys.py "$url" "$front_end"
