#!/usr/bin/env bash
# Tests isolation by row-level security alone: builds the service without the organisation in any query, and runs the
# isolation tests on it. They pass on PostgreSQL. SQLite has no row-level security, so there they must fail, which shows that
# the organisation is absent from the queries and that the tests detect this.
set -euo pipefail
cd "$(dirname "$0")/.."

tests() { cargo test -q -p tests --features persistence/without-organisation-filter -- "$@"; }

tests isolation:: role_matrix:: foreign_ids:: tenant_isolation_db:: unit_of_work:: --skip Sqlite

on_sqlite=(ids_of_another_organisation_are a_list_shows_nothing_of a_proof_from_another_organisation)
if output=$(tests "${on_sqlite[@]}" --skip Postgres 2>&1) || ! grep -q "FAILED. 0 passed; ${#on_sqlite[@]} failed" <<<"$output"; then
    echo "$output" >&2
    echo "Without the organisation in queries each of these must fail on SQLite" >&2
    exit 1
fi
echo "Row-level security keeps organisations apart on its own"
