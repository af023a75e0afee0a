# The commands of a day's work. `just` lists them.

_list:
    @just --list

# The service with demo data.
demo:
    cargo run --release -- demo

# Everything CI passes.
test:
    ./scripts/test.sh

# The behaviour tests, those whose name contains the filter.
it filter="":
    cargo test -p tests -- {{ filter }}

# Write the OpenAPI document, lint it, compare it with the baseline and generate clients from it.
openapi:
    cargo run -q -p openapi
    ./scripts/lint-openapi.sh
    ./scripts/breaking.sh
    ./scripts/generators.sh

# What a request costs, against bench/counters.md.
counters:
    ./scripts/counters.sh

# Licences, duplicates and sources of the dependencies.
deny:
    cargo deny check licenses bans sources

# Generated requests against every operation.
schemathesis:
    ./scripts/schemathesis.sh
