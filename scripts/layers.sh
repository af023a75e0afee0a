#!/usr/bin/env bash
# Checks dependencies: no crate depends on one that ARCHITECTURE.md forbids, and the API's library builds without its server.
set -euo pipefail
cd "$(dirname "$0")/.."

failed=0
# forbid CRATE "OTHER…" [OPTION]: the crate depends on none of the others, directly or indirectly.
forbid() {
    local tree
    tree=$(cargo tree -q -p "$1" -e normal --prefix none "${@:3}")
    for other in $2; do
        if grep -q "^$other v" <<<"$tree"; then echo "$1 depends on $other"; failed=1; fi
    done
}
forbid domain "actix-web sea-orm utoipa tokio persistence migration api"
forbid persistence "actix-web utoipa migration api"
forbid exchange "actix-web sea-orm utoipa tokio persistence migration api"
forbid migration "domain persistence api"
forbid api "sea-orm persistence migration" --no-default-features
forbid picture "actix-web sea-orm tokio persistence migration api"
[ "$failed" -eq 0 ]

# Together with the related crates, so that dependencies that are already built are reused.
cargo check -q --workspace --exclude tests --lib --no-default-features
