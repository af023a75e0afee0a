#!/usr/bin/env bash
# Who knows whom: no crate depends on one that ARCHITECTURE.md keeps from it, and the API's library builds without its server.
set -euo pipefail
cd "$(dirname "$0")/.."

failed=0
# forbid CRATE "OTHER…" [OPTION]: the crate depends on none of the others, directly or not.
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

# With its neighbours, so that their dependencies are those that are built already.
cargo check -q --workspace --exclude tests --lib --no-default-features
