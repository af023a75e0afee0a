//! What the tests over all operations need of each resource: rows under the names of the ids in paths, and for every operation
//! with a body one that the service accepts from a caller who may send it.

use super::ids::Ids;
use super::seed::{Seeder, id};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Whose rows are seeded.
pub(super) struct Owners {
    pub(super) organisation: Uuid,
    pub(super) client: Uuid,
    pub(super) other_client: Uuid,
    pub(super) coach: Uuid,
    pub(super) admin: Uuid,
}

/// Seeds a row of each resource that is on no map; returns their ids by the names that paths use.
pub(super) fn seed(seeder: &mut Seeder<'_>, of: &Owners) -> BTreeMap<&'static str, Uuid> {
    let says = json!({ "text": "Volgende keer: wie kan er mee?" });
    let note =
        seeder.put_sealed("coach_note", [of.organisation, of.client], &says, vec![("author_id", of.coach.into())]);
    let factor = id();
    // Not confirmed, so that its user needs none.
    let row = vec![
        ("id", factor.into()),
        ("user_id", of.coach.into()),
        ("kind", "totp".into()),
        ("name", "Telefoon".into()),
        ("secret", vec![0_u8; 48].into()),
        ("last_step", 0_i64.into()),
        ("created_at", seeder.at.into()),
    ];
    seeder.put("second_factor", row);
    let code = [("user_id", of.coach.into()), ("hash", id().as_bytes().to_vec().into())];
    seeder.put("recovery_code", code.into());
    seeder.log_line(of.organisation, of.coach, of.client);
    let [integration, receiver] = ["ECD", "Patiëntportaal"].map(|name| seeder.integration(of.organisation, name));
    let consent = seeder.consent(of, integration);
    let [restriction, erasure_request, legal_hold, erasure, access_request] = seeder.rights(of);
    let (provider, domain, identity) = seeder.identity_provider(of);
    BTreeMap::from([
        ("accessRequestId", access_request),
        ("consentId", consent),
        ("restrictionId", restriction),
        ("erasureRequestId", erasure_request),
        ("legalHoldId", legal_hold),
        ("erasureId", erasure),
        ("identityId", identity),
        ("identityProviderId", provider),
        ("integrationId", integration),
        ("logInDomainId", domain),
        ("memberIdentityId", identity),
        ("integrationTokenId", seeder.provisioning(of, integration)),
        ("receiverId", receiver),
        ("coachNoteId", note),
        ("invitationId", seeder.invitation(of.organisation, of.admin)),
        ("secondFactorId", factor),
    ])
}

/// The body of a request.
pub(crate) enum Body {
    None,
    Json(Value),
    /// A media type and a text of it.
    File(&'static str, &'static str),
}

/// Makes a JSON body that names these ids.
type Make = fn(&Ids) -> Value;

/// A row for each operation with a JSON body.
const ROWS: [(&str, Make); 53] = [
    ("addSecondFactor", |_| json!({ "name": "Telefoon" })),
    ("chooseOrganisation", |ids| json!({ "organisationId": ids.get("organisationId") })),
    ("confirmLogIn", |_| json!({})),
    // Of the empty list.
    ("confirmRetention", |_| json!({ "digest": "8e16de0980ef4024bdc8b394422d9c5ccc723d5679f8a7653e8bae49b67a061a" })),
    ("createAgreement", |ids| {
        json!({
            "text": "Vraagt Anna mee naar het ziekenhuis", "supporterId": ids.get("supporterId"),
            "supportType": "emotional", "dueOn": "2027-03-01",
        })
    }),
    ("createAssignment", |ids| json!({ "coachId": ids.get("coachUserId"), "basis": "Verwijzing" })),
    (
        "createAssignments",
        |ids| json!({ "coachId": ids.get("coachUserId"), "clientIds": [ids.get("clientId")], "basis": "Verwijzing" }),
    ),
    ("createAccessRequest", |_| json!({ "manner": "in-person" })),
    ("createErasureRequest", |_| json!({ "manner": "in-person" })),
    (
        "createLegalHold",
        |_| json!({ "reason": "Er loopt een klacht; het dossier blijft tot de uitspraak.", "until": "2036-01-01T00:00:00Z" }),
    ),
    ("createRestriction", |_| json!({ "manner": "in-person" })),
    ("liftRestriction", |_| json!({ "manner": "by-phone" })),
    (
        "refuseErasureRequest",
        |_| json!({ "ground": "law", "explanation": "De wet verplicht ons dit dossier nog te bewaren." }),
    ),
    ("createCard", |_| json!({})),
    ("createClient", |_| json!({ "name": "Saskia de Wit", "preferredName": "Sas", "dateOfBirth": "1974-05-03" })),
    ("createCoachNote", |_| json!({ "text": "Volgende keer" })),
    ("createConsent", |ids| {
        json!({
            "integrationId": ids.get("receiverId"), "purpose": "read-cards", "manner": "in-person",
            "textVersion": "toestemming-kaarten-2026-11", "textLanguage": "nl",
        })
    }),
    ("createIdentityProvider", |_| {
        json!({
            "name": "De Linde", "issuer": "https://login.linde.example/realms/linde", "clientId": "omringd",
            "clientSecret": "een lang geheim van de provider", "trustsSecondFactor": true,
        })
    }),
    (
        "createIntegration",
        |_| json!({ "name": "ECD de Linde", "scopes": ["clients.write", "cards.read"], "jwks": jwks() }),
    ),
    ("createIntegrationToken", |_| json!({ "validDays": 365 })),
    ("createInvitation", |_| json!({ "email": new_email(), "roles": ["coach"] })),
    ("inviteAdministrator", |_| json!({ "email": new_email() })),
    ("createLogInDomain", |_| json!({ "domain": "linde.example" })),
    ("createMap", |_| json!({ "theme": "dementie" })),
    ("createOrganisation", |_| json!({ "name": "De Linde", "admin": { "email": new_email() } })),
    ("createPerson", |_| json!({ "alias": "Tante Riet", "relationship": "other-family", "phone": "06 12345678" })),
    ("createPersons", |_| json!({ "persons": [{ "alias": "Tante Riet" }, { "alias": "Buurvrouw Els" }] })),
    ("createReflection", |_| json!({ "text": "Meer dan ik dacht" })),
    ("createSupporter", |ids| {
        json!({
            "personId": ids.get("unplacedPersonId"), "closeness": "middle",
            "supports": [{ "supportType": "practical", "availability": "could-ask" }],
        })
    }),
    (
        "createTie",
        |ids| json!({ "supporterIds": [ids.get("supporterId"), ids.get("untiedSupporterId")], "strength": 3 }),
    ),
    ("importClient", |_| empty_document()),
    ("importMapContent", |_| json!({ "persons": "key,alias\n1,Riet\n2,Els\n", "ties": "first,second\n1,2\n" })),
    ("mergePersons", |ids| json!({ "personId": ids.get("unplacedPersonId"), "etag": "\"1\"" })),
    (
        "putSupporter",
        |ids| json!({ "mapId": ids.get("mapId"), "personId": ids.get("unplacedPersonId"), "closeness": "middle" }),
    ),
    ("replaceMapContent", map_content),
    ("replaceNeeds", |_| json!({ "needs": [{ "supportType": "emotional", "level": 3 }] })),
    (
        "replaceSupportTypes",
        |_| json!({ "supportTypes": [{ "code": "spiritual", "labels": { "nl": "Zingeving", "en": "Meaning" } }] }),
    ),
    ("searchClients", |_| json!({ "name": "saskia" })),
    ("updateAgreement", |ids| json!({ "supporterId": ids.get("supporterId") })),
    ("updateAssignment", |_| json!({ "basis": "Overdracht" })),
    ("updateClient", |_| json!({ "preferredName": "Sas" })),
    ("updateCoachNote", |_| json!({ "text": "Volgende keer" })),
    ("updateIdentityProvider", |_| json!({ "trustsSecondFactor": false })),
    ("updateIntegration", |_| json!({ "enabled": false })),
    ("updateMap", |_| json!({ "theme": "dementie" })),
    ("updateMe", |_| json!({ "language": "en" })),
    ("updateMember", |_| json!({ "roles": ["coach"] })),
    ("updateOrganisation", |_| json!({ "name": "De Linde" })),
    ("updateOwnOrganisation", |_| json!({ "name": "De Linde" })),
    ("updatePerson", |_| json!({ "alias": "Anna", "phone": "06 12345678" })),
    ("updateReflection", |_| json!({ "text": "Meer dan ik dacht" })),
    ("updateSupporter", |_| json!({ "closeness": "outer" })),
    ("updateTie", |_| json!({ "strength": 1 })),
];

/// A row for each operation that takes a file: its media type and a text of it.
const FILES: [(&str, &str, &str); 2] = [
    ("importInvitations", "text/csv", "email;name;roles\r\nmarijke@delinde.example;Marijke;coach\r\n"),
    ("previewContacts", "text/vcard", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zus\r\nEND:VCARD\r\n"),
];

/// The names of the operations with a row.
pub(super) fn operations() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|(operation, _)| *operation).chain(FILES.iter().map(|(operation, ..)| *operation))
}

/// The body of this operation; [`Body::None`] without a row.
pub(super) fn body(operation: &str, ids: &Ids) -> Body {
    if let Some((_, make)) = ROWS.iter().find(|(name, _)| *name == operation) {
        return Body::Json(make(ids));
    }
    let file = FILES.iter().find(|(name, ..)| *name == operation);
    file.map_or(Body::None, |(_, media_type, text)| Body::File(media_type, text))
}

/// A key set with the public key of RFC 8037, appendix A.
pub(crate) fn jwks() -> Value {
    let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "kid": "2026-11", "use": "sig", "x": x }] })
}

fn new_email() -> String {
    format!("{}@omringd.test", id())
}

/// The export of a client with nothing in it.
fn empty_document() -> Value {
    let at = "2026-01-01T00:00:00Z";
    json!({
        "format": "omringd-client-1",
        "exportedAt": at,
        "client": { "name": "Niemand", "externalIdentifiers": [], "createdAt": at, "updatedAt": at },
        "supportTypes": [], "persons": [], "maps": [], "cards": [],
    })
}

/// Two persons on the map, one of them new, who are tied.
fn map_content(ids: &Ids) -> Value {
    let (person, supporter) = (id(), id());
    json!({
        "persons": [{ "id": person, "alias": "Tante Riet", "relationship": "other-family" }],
        "supporters": [
            { "id": ids.get("supporterId"), "personId": ids.get("personId"), "closeness": "inner",
              "supports": [{ "supportType": "emotional", "direction": "received", "availability": "received-now" }] },
            { "id": supporter, "personId": person, "closeness": "middle", "contactFrequency": "weekly" },
        ],
        "ties": [{ "id": id(), "supporterIds": [ids.get("supporterId"), supporter], "strength": 2 }],
        "needs": [{ "supportType": "emotional", "level": 3 }],
        "agreements": [{ "id": id(), "supporterId": supporter, "text": "Vraagt Riet om mee te lopen", "status": "planned" }],
    })
}
