#!/usr/bin/env bash
# A rolling upgrade and the way back, under load (bench/upgrade.py), from the last release to the next one.
#
# The last release is the newest tag v*; without one, this commit. The next releases are this commit with one migration more,
# which adds to tables that are in use, and with another that other releases must not serve.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

install_missing postgresql
keyed_python
work=target/upgrade
rm -rf "$work" && mkdir -p "$work"
# Of its own: cargo takes the crates of one copy of a workspace for those of another.
export CARGO_TARGET_DIR=$PWD/target/upgrade-build

# source COMMIT: its files, in a directory of their own.
source_of() { mkdir -p "$work/source-$1" && git archive "$2" | tar -x -C "$work/source-$1"; }
# build DIRECTORY NAME
build() { (cd "$1" && cargo build -q -p api) && cp target/upgrade-build/debug/omringd "$work/$2"; }
# A migration more, at the end of the list: NAME, what older releases do, its statements.
add_migration() {
    local list="$work/source-next/migration/src/lib.rs"
    sed -i "s/^mod roles;/mod $1;\n&/; /^const MIGRATIONS/,/^];/ s/^];/    $1: $2,\n&/" "$list"
    cat >"$work/source-next/migration/src/$1.rs" <<RUST
//! Stands for the migration of a next release.
pub(crate) fn up(backend: crate::Backend) -> Vec<String> { crate::sql::statements(backend, "$3") }
RUST
}

last=$(git describe --tags --abbrev=0 --match 'v*' 2>/dev/null || git rev-parse HEAD)
echo "From $last to a release after $(git rev-parse --short HEAD)"
source_of last "$last"
build "$work/source-last" older
source_of next HEAD
add_migration m29990101_000001_more Serve "
alter table supporter add column colour text;
alter table session add column trusted {bool} not null default false;
create table later (organisation_id {uuid} not null, id {uuid} not null, primary key (organisation_id, id)) {end};
create index ix_supporter__colour on supporter (organisation_id, colour);
"
build "$work/source-next" newer
add_migration m29990101_000002_less Refuse "
alter table supporter drop column colour;
"
build "$work/source-next" contracting

"$python" bench/upgrade.py --older "$work/older" --newer "$work/newer" --contracting "$work/contracting"
rm -rf "$work"
