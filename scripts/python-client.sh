#!/usr/bin/env bash
# Checks clients/python: that its generated part is of this document, its types, a plain installation, and its tests against
# a demo server.
#
#   scripts/python-client.sh [BINARY]
#   scripts/python-client.sh --write    generates it anew
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

client=clients/python
committed=$client/src/omringd/generated
generated=target/python-client/generated
venv openapi-python-client "openapi-python-client==0.29.1" "ruff==0.17.6"
export RUFF_NO_CACHE=true PATH=$PWD/target/venv/openapi-python-client/bin:$PATH

# Fails where the generator would leave something out.
generate() {
    rm -rf "$generated" && mkdir -p "${generated%/*}"
    openapi-python-client generate --path openapi/openapi.json --output-path "$generated" --meta none --fail-on-warning \
        --config $client/generator/config.yaml --custom-template-path $client/generator/templates >"$generated.log" 2>&1 ||
        { cat "$generated.log"; exit 1; }
}
unchanged() {
    diff -r --brief -x __pycache__ "$generated" "$committed" ||
        { echo "Run scripts/python-client.sh --write, and commit what it writes" >&2; exit 1; }
}
# In an empty environment, with only what the package says it needs, and as a stranger's program sees it.
installs() {
    rm -rf target/python-client/plain
    python3 -m venv target/python-client/plain
    target/python-client/plain/bin/pip install -q ./$client
    target/python-client/plain/bin/python -c "import omringd; omringd.Omringd('http://localhost').close()"
    types --strict --python-executable target/python-client/plain/bin/python $client/examples
}
types() { "$python" -m mypy --cache-dir target/python-client/mypy "$@"; }

generate
if [ "${1:-}" = --write ]; then
    rm -rf "$committed"
    cp -r "$generated" "$committed"
    exit
fi
unchanged
ruff check -q $client
ruff format -q --check $client
python_client
installs
types --config-file $client/pyproject.toml $client/{src,tests}
debug_binary "${1:-}"
demo "$binary" python-client OMRINGD_EVENT_HEARTBEAT_SECONDS=1
OMRINGD_URL=$url PYTHONDONTWRITEBYTECODE=1 "$python" -m pytest $client
