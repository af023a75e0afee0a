#!/usr/bin/env bash
# Sends generated requests to every operation, as a coach and as an administrator: the service must answer as it documents.
set -euo pipefail
cd "$(dirname "$0")/.."

version=4.32.5
venv=target/schemathesis
tool=$venv/bin/schemathesis
if ! "$tool" --version 2>/dev/null | grep -q "$version"; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q "schemathesis==$version"
fi

port=${OMRINGD_SCHEMATHESIS_PORT:-18080}
url=http://127.0.0.1:$port
cargo build -q -p api
OMRINGD_LISTEN=127.0.0.1:$port OMRINGD_PUBLIC_URL=$url OMRINGD_REQUESTS_PER_MINUTE=0 OMRINGD_LOG_LEVEL=error \
    target/debug/omringd demo >target/schemathesis.log 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 100); do curl -fs "$url/health/ready" >/dev/null && break; sleep 0.2; done

for user in coach admin; do
    token=$(curl -fsS "$url/v1/sessions" -H 'Content-Type: application/json' \
        -d "{\"email\":\"$user@demo.test\",\"password\":\"omringd-demo\"}" | grep -o '"accessToken":"[^"]*"' | cut -d '"' -f 4)
    echo "As $user"
    # Its own password and sessions are left out: a request that ends the session ends the run; and so is the stream of events,
    # which does not end. They have tests of their own.
    "$tool" --config-file schemathesis.toml run "$url/v1/openapi.json" --url "$url" \
        --header "Authorization: Bearer $token" --max-examples "${EXAMPLES:-60}" --workers 1 --continue-on-failure \
        --exclude-path-regex '^/(oauth2|v1/sessions|v1/me/password)|/events$' --seed "${SEED:-1}"
done
