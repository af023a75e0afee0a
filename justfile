# The commands of a day's work. `just` lists them.

_list:
    @just --list

# The service with demo data.
demo:
    cargo run --release -- demo

# Everything that must pass, but for what only CI's machine counts.
test:
    ./scripts/test.sh

# What CI runs: `test`, what a request costs, and nothing generated left uncommitted.
ci:
    ./.ci/run

# What CI runs each night: generated requests, and our figures beside those of other programs.
nightly:
    ./scripts/nightly.sh

# The behaviour tests whose name contains the filter, on both databases.
it filter="":
    cargo test -p tests -- {{ filter }}

# The same on SQLite alone.
sqlite filter="":
    cargo test -p tests -- {{ filter }} --skip Postgres

# Write the OpenAPI document, lint it, compare it with the baseline and generate clients from it.
openapi:
    cargo run -q -p openapi
    ./scripts/lint-openapi.sh
    ./scripts/breaking.sh
    ./scripts/generators.sh
    ./scripts/python-client.sh --write

# What a request costs, against bench/counters.md.
counters:
    ./scripts/counters.sh

# Licences, versions, sources and known vulnerabilities of the dependencies.
dependencies:
    ./scripts/dependencies.sh

# Generated requests against every operation.
schemathesis:
    ./scripts/schemathesis.sh
