#!/usr/bin/env bash
# Writes packaging/THIRD-PARTY-NOTICES: the licences of all third-party code in the program. With --check it only compares.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
cargo_tool cargo-about 0.9.3 --features cli
notices=packaging/THIRD-PARTY-NOTICES
written=$(mktemp)
trap 'rm -f "$written"' EXIT

rule() { printf '%.0s=' {1..80}; echo; }
# Prints the source directory of a crate.
crate() { cargo metadata --locked --format-version 1 | jq -r --arg name "$1" '.packages[] | select(.name == $name) | .manifest_path | sub("/Cargo.toml$"; "")'; }
# Files of the Swagger UI that the program serves at /docs.
swagger() { unzip -p "$(crate utoipa-swagger-ui-vendored)"/res/*.zip "*/$1"; }
# Libraries in the front end that the program serves at /, each with its licence.
front_end() {
    local package
    (cd app && quiet_npm ci && npm ls --omit=dev --all --parseable) | tail -n +2 | grep '/app/node_modules/' | grep -v '/@omringd/' | sort | while read -r package; do
        jq -r '"\n\(.name) \(.version)\n"' "$package/package.json"
        cat "$package"/LICENSE*
    done
}

{
    echo "Omringd contains the following work of others. Its own licence is in LICENSE."
    rule; echo "Fonts of the pictures: DejaVu Sans"; rule
    cat picture/fonts/DejaVuSans-LICENSE.txt
    rule; echo "Fonts of the pictures: Open Sans"; rule
    cat picture/fonts/OpenSans-LICENSE.txt
    rule; echo "The documentation at /docs: Swagger UI"; rule
    swagger NOTICE; echo; swagger LICENSE
    rule; echo "The front end at /: libraries"; rule
    front_end
    rule; echo "Crates"; rule
    # A crate without an accepted licence is an error.
    cargo about generate --offline --locked --fail -m api/Cargo.toml -c packaging/about.toml packaging/about.hbs
} | sed 's/[[:space:]]*$//' >"$written"

if [ "${1:-}" = --check ]; then
    cmp -s "$written" "$notices" || { echo "$notices is not what scripts/notices.sh writes: run it"; diff "$notices" "$written" | head -n 20; exit 1; }
else
    cp "$written" "$notices"
    wc -c "$notices"
fi
