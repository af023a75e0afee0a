#!/usr/bin/env bash
# Runs the shell blocks of README.md against `omringd demo`, as a newcomer would, and fails on any problem in a response. Before them
# it measures the memory of the idle service.
# `scripts/readme.sh path/to/omringd` runs a finished binary; without it the release is built, as README's first command does.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

binary=${1:-}
if [ -z "$binary" ]; then
    cargo build -q --release
    binary=target/release/omringd
fi
work=target/readme
rm -rf "$work"
mkdir -p "$work"
demo "$binary" readme OMRINGD_WORKERS=2

# Holds the figures of docs/performance.md, measured with two workers. Pages of the program's file are not counted: the kernel maps
# them in groups, and can take them back.
holds() {
    local kib
    kib=$(awk '/^RssAnon:/ { print $2 }' "/proc/$server/status")
    if [ "$kib" -gt $(($2 * 1024)) ]; then echo "$1, the service keeps $kib KiB of its own: more than $2 MiB"; exit 1; fi
    echo "$1: $kib KiB"
}
sleep 2
holds "after the start" 15
curl -fs "$url/v1/sessions" -H 'Content-Type: application/json' -o "$work/session.json" \
    -d '{"email":"coach@demo.test","password":"omringd-demo"}'
# The memory of the password hash is given back after a second.
sleep 3
holds "after a log-in" 16

{
    echo "set -euo pipefail"
    sed -n '/^```bash$/,/^```$/p' README.md | grep -v '^```' | sed "s#^url=http://127.0.0.1:8080\$#url=$url#"
} >"$work/blocks.sh"
grep -q "^url=$url\$" "$work/blocks.sh" || { echo "README.md does not set url"; exit 1; }

(cd "$work" && bash blocks.sh >responses.txt)
if [ ! -s "$work/responses.txt" ] || grep -E '"status":[45][0-9]{2}' "$work/responses.txt"; then
    echo "README.md has a request that fails"
    exit 1
fi
grep -q '<svg' "$work/kaart.svg" || { echo "README.md draws no picture"; exit 1; }
echo "README.md: $(grep -c . "$work/responses.txt") responses, no problem among them"
