#!/usr/bin/env bash
# Fails if the document breaks clients of openapi/baseline.json, the last accepted document.
#
# List an intended break in CHANGELOG.md, under "### Breaking" of the unreleased version; `scripts/breaking.sh --accept`
# then makes the document the baseline, in the same commit. A release also accepts the document.
set -euo pipefail
cd "$(dirname "$0")/.."
export PYTHONPATH=scripts PYTHONDONTWRITEBYTECODE=1
baseline=openapi/baseline.json
mkdir -p target

# Prints the notes of breaks in a revision or in the working tree.
notes() {
    { if [ -n "$1" ]; then git show "$1:CHANGELOG.md" 2>/dev/null; else cat CHANGELOG.md; fi; } |
        python3 -c 'import sys; from breaking import breaking_notes; print(breaking_notes(sys.stdin.read()))'
}
# Fails if the baseline breaks the baseline of a revision and the notes have no new entry.
accepted() {
    git show "$1:$baseline" >target/baseline-before.json 2>/dev/null || return 0
    python3 scripts/breaking.py target/baseline-before.json "$2" || [ "$(notes "$1")" != "$(notes "$3")" ] ||
        { echo "Write what breaks into CHANGELOG.md, under \"### Breaking\""; return 1; }
}

if [ "${1:-}" = --accept ]; then
    accepted HEAD openapi/openapi.json ""
    cp openapi/openapi.json "$baseline"
    exit
fi
python3 scripts/breaking_test.py 2>target/breaking-test.log || { cat target/breaking-test.log; exit 1; }
python3 scripts/breaking.py "$baseline" openapi/openapi.json ||
    { echo "This breaks clients. If it is wanted: a line under \"### Breaking\" in CHANGELOG.md, then scripts/breaking.sh --accept"; exit 1; }
# The last accepted change also needs a note.
changed=$(git log -1 --format=%H -- "$baseline")
if [ -n "$changed" ] && git rev-parse -q --verify "$changed^" >/dev/null; then
    git show "$changed:$baseline" >target/baseline-accepted.json
    accepted "$changed^" target/baseline-accepted.json "$changed"
fi
