#!/usr/bin/env bash
# Lists the files of the resource `coach_notes`. Fails if it changes shared files other than the eight that CONTRIBUTING.md
# names for a new resource, or a feature that is not in the list below.
#
#   scripts/footprint.sh
set -euo pipefail
cd "$(dirname "$0")/.."

mentions() { git grep -liE 'coach_?notes?\b|coach-notes?\b' -- '*.rs' '*.sh' | sort; }
own='(^|/)coach_notes?(/|\.rs$)'
# The schema of 0.1 is one migration with all tables; later resources add their own.
schema='^migration/src/m[0-9]+_[0-9]+_schema/'
# Optional features of a resource: demo data, compression, what is erased or encrypted anew, and tests about coach notes in particular.
features='^(api/src/cli/demo|api/src/middleware/compress|(api/src/v1|domain/src|persistence/src/repository)/erasures|persistence/src/(encrypted_rows|repository/retention)|scripts/|tests/it/(access_requests|change_events|client_key_renewal|client_limits|encryption|erasures|exports|notes_stay_apart|integrations|organisations|retention|support/rights|telemetry|texts|unit_of_work))'
shared=$(sed -n 's/^| [1-8] | `\([^`]*\)`.*/\1/p' CONTRIBUTING.md | sort)

[ "$(wc -l <<<"$shared")" -le 8 ] || { echo "CONTRIBUTING.md names more than eight shared files"; exit 1; }
echo "Its own files:"
mentions | grep -E "$own" | sed 's/^/  /'
echo "Shared files (and migration/src/lib.rs, for a migration of its own):"
sed 's/^/  /' <<<"$shared"

others=$(mentions | grep -vE "$own|$schema|$features" | grep -vxF "$shared" || true)
if [ -n "$others" ]; then
    echo "It touches shared files that CONTRIBUTING.md does not name:"
    sed 's/^/  /' <<<"$others"
    exit 1
fi
missing=$(grep -v '^migration/src/lib.rs$' <<<"$shared" | grep -vxFf <(mentions) || true)
if [ -n "$missing" ]; then
    echo "CONTRIBUTING.md names files that a resource does not touch:"
    sed 's/^/  /' <<<"$missing"
    exit 1
fi
