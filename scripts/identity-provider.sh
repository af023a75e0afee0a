#!/usr/bin/env bash
# Logs in to a demo server with a real identity provider, oidc-provider: links an identity, logs in with it, and logs out at
# the provider.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

need npm "it comes with Node.js 20 or newer"
work=target/identity-provider
mkdir -p "$work"
cp scripts/identity-provider/* "$work/"
if ! cmp -s scripts/identity-provider/package-lock.json "$work/installed-lock.json"; then
    (cd "$work" && quiet_npm ci)
    cp scripts/identity-provider/package-lock.json "$work/installed-lock.json"
fi
debug_binary
issuer=http://127.0.0.1:$(free_port)
demo "$binary" identity "OMRINGD_INTERNAL_ORIGINS=$issuer" OMRINGD_FRONT_END_URL=https://front-end.example
python3 scripts/identity_provider.py "$url" "$issuer" "$work/provider.mjs"
