#!/usr/bin/env bash
# Sends generated requests to every operation, as a coach and as an administrator: responses must match the document.
#
# Fails on any finding of any check, and if a run was too small to be meaningful: each user makes at least
# MINIMUM requests. EXAMPLES is the maximum number of cases per operation and phase; SEED makes a run repeatable.
#
#     scripts/schemathesis.sh [BINARY]     # a debug build if none is named: it checks its own assertions too
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

minimum=${MINIMUM:-2000}
venv schemathesis "schemathesis==4.32.5"
tool=target/venv/schemathesis/bin/schemathesis
debug_binary "${1:-}"
metrics=127.0.0.1:$(free_port)
demo "$binary" schemathesis OMRINGD_METRICS_LISTEN="$metrics"

# Number of requests received, counted by the service.
requests() { curl -fsS "http://$metrics/metrics" | awk '/^http_requests_total/ { sum += $NF } END { printf "%d", sum }'; }

log_in() {
    curl -fsS "$url/v1/sessions" -H 'Content-Type: application/json' -d "{\"email\":\"$1@demo.test\",\"password\":\"omringd-demo\"}" |
        grep -o '"accessToken":"[^"]*"' | cut -d '"' -f 4
}
# Prints the first id in a list or map of this user, or, with a body, the id of the created resource.
first() {
    curl -fsS "$url$2" -H "Authorization: Bearer $1" -H 'Content-Type: application/json' ${3:+-d "$3"} |
        python3 -c 'import json, sys; body = json.load(sys.stdin); print(body.get("items", [body])[0]["id"])'
}
coach=$(log_in coach) admin=$(log_in admin)
CLIENT_ID=$(first "$coach" '/v1/clients?limit=1')
MAP_ID=$(first "$coach" "/v1/clients/$CLIENT_ID/maps?limit=1")
PERSON_ID=$(first "$coach" "/v1/clients/$CLIENT_ID/persons?limit=1")
SUPPORTER_ID=$(first "$coach" "/v1/maps/$MAP_ID/supporters?limit=1")
TIE_ID=$(first "$coach" "/v1/maps/$MAP_ID/ties?limit=1")
AGREEMENT_ID=$(first "$coach" "/v1/maps/$MAP_ID/agreements?limit=1")
CARD_ID=$(first "$coach" "/v1/maps/$MAP_ID/cards?limit=1")
REFLECTION_ID=$(first "$coach" "/v1/maps/$MAP_ID/reflections?limit=1")
COACH_NOTE_ID=$(first "$coach" "/v1/clients/$CLIENT_ID/coach-notes" '{"text":"Volgende keer: wie kan er mee?"}')
ASSIGNMENT_ID=$(first "$admin" "/v1/clients/$CLIENT_ID/assignments?limit=1")
INVITATION_ID=$(first "$admin" /v1/invitations '{"email":"nieuw@demo.test","roles":["coach"]}')
# A member whose roles can change without ending the run: the client.
MEMBER_ID=$(curl -fsS "$url/v1/members" -H "Authorization: Bearer $admin" |
    python3 -c 'import json, sys; print(next(m["id"] for m in json.load(sys.stdin)["items"] if m["email"].startswith("saskia")))')
# Unknown ids only reach 404: these ids are used if nothing is deleted and no request depends on another.
known=target/schemathesis-known.toml
cat schemathesis.toml - >"$known" <<KNOWN
[[operations]]
include-path-regex = '[{]'
exclude-method = "DELETE"
[operations.parameters]
"path.clientId" = "$CLIENT_ID"
"path.mapId" = "$MAP_ID"
"path.personId" = "$PERSON_ID"
"path.supporterId" = "$SUPPORTER_ID"
"path.tieId" = "$TIE_ID"
"path.agreementId" = "$AGREEMENT_ID"
"path.cardId" = "$CARD_ID"
"path.otherCardId" = "$CARD_ID"
"path.reflectionId" = "$REFLECTION_ID"
"path.coachNoteId" = "$COACH_NOTE_ID"
"path.memberId" = "$MEMBER_ID"
"path.assignmentId" = "$ASSIGNMENT_ID"
"path.invitationId" = "$INVITATION_ID"
KNOWN

# The user's password and sessions are excluded, because a request that ends the session ends the run; so is the stream
# of events, which does not end. They have separate tests.
run() {
    LOG_IN_EMAIL=$1@demo.test "$tool" --config-file "$2" run "$url/v1/openapi.json" --url "$url" --phases "$3" \
        --max-examples "${EXAMPLES:-60}" --workers 1 --continue-on-failure \
        --exclude-path-regex '^/(oauth2|v1/sessions|v1/me/password)|/events$' --seed "${SEED:-1}" || failed=1
}

failed=0
for user in coach admin; do
    echo "As $user"
    before=$(requests)
    run "$user" "$known" examples,coverage,fuzzing
    # Links between requests are found in the responses of earlier phases.
    run "$user" schemathesis.toml coverage,stateful
    made=$(($(requests) - before))
    echo "As $user: $made requests"
    if [ "$made" -lt "$minimum" ]; then echo "fewer than $minimum"; failed=1; fi
done
kill -0 "$server" || { echo "The service went down"; failed=1; }
exit "$failed"
