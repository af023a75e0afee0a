//! Every operation of the API with what it takes to call it: the table behind the role matrix and the isolation tests.
//!
//! Method, path and the ids in it come from the OpenAPI document; a row adds the body. An operation without a row
//! fails [`every_operation_has_a_row`].

use crate::support::{Actor, Answer, App, Client, Content, Db, Organisation, id};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What the ids in paths and bodies are.
#[derive(Clone, Debug)]
pub(crate) struct Ids(BTreeMap<&'static str, Uuid>);

/// The ids the rows use: the parameters of the paths, and what only bodies name.
const NAMES: [&str; 19] = [
    "organisationId",
    "sessionId",
    "memberId",
    "invitationId",
    "assignmentId",
    "clientId",
    "personId",
    "mapId",
    "supporterId",
    "tieId",
    "agreementId",
    "reflectionId",
    "cardId",
    "otherCardId",
    "coachNoteId",
    "otherSupporterId",
    "unplacedPersonId",
    "untiedSupporterId",
    "coachUserId",
];

impl Ids {
    /// The ids of an organisation's world, with this map and what is on it.
    pub(crate) fn of(organisation: &Organisation, content: &Content) -> Self {
        let o = organisation;
        let ids = [
            o.id,
            o.admin.session,
            o.coach.member.unwrap(),
            o.invitation,
            o.assignment_id,
            o.client_id,
            content.person,
            content.map,
            content.supporter,
            content.tie,
            content.agreement,
            content.reflection,
            content.card,
            content.other_card,
            o.coach_note,
            content.other_supporter,
            content.unplaced_person,
            content.untied_supporter,
            o.other_coach.user,
        ];
        Self(NAMES.into_iter().zip(ids).collect())
    }

    /// Ids of nothing at all.
    pub(crate) fn unknown() -> Self {
        Self(NAMES.into_iter().map(|name| (name, id())).collect())
    }

    pub(crate) fn get(&self, name: &str) -> Uuid {
        *self.0.get(name).unwrap_or_else(|| panic!("no id for {name}: add it to operations.rs"))
    }
}

/// Operations about the service itself, open to everybody and without data of anybody. This list only shrinks.
const SERVICE: [(&str, &str); 7] = [
    ("showOpenapi", "/v1/openapi.json"),
    ("showDocs", "/docs"),
    ("showDocsFile", "/docs/swagger-ui.css"),
    ("showLiveness", "/health/live"),
    ("showReadiness", "/health/ready"),
    ("listProblems", "/problems"),
    ("showProblem", "/problems/not-found"),
];

/// Operations that turn on a secret or a password rather than a role, slow and limited on purpose, and the public keys
/// and metadata: not in the matrix. This list only shrinks.
const BY_SECRET: [&str; 7] =
    ["acceptInvitation", "changePassword", "issueToken", "logIn", "revokeToken", "showAuthorizationServer", "showKeys"];

/// An operation of the OpenAPI document.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: Method,
    pub(crate) path: String,
}

impl Operation {
    /// Those with a row, which is all of them: [`every_operation_has_a_row`].
    pub(crate) fn all() -> Vec<Self> {
        let ids = Ids::unknown();
        Self::documented().into_iter().filter(|operation| operation.request(&ids).is_some()).collect()
    }

    /// All of the document, by path and method.
    fn documented() -> Vec<Self> {
        let document: Value = serde_json::to_value(api::document()).unwrap();
        let mut all = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let Some(id) = operation["operationId"].as_str() else { continue };
                if SERVICE.iter().any(|(service, _)| *service == id) || BY_SECRET.contains(&id) {
                    continue;
                }
                let method = method.to_uppercase().parse().unwrap();
                all.push(Self { id: id.to_owned(), method, path: path.clone() });
            }
        }
        all.sort_by_key(|operation| (operation.path.clone(), operation.method.to_string()));
        all
    }

    /// The names of the ids in the path.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &str> {
        self.path.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
    }

    /// The first of them, the thing the operation is about; none where that is new.
    pub(crate) fn parameter(&self) -> Option<&str> {
        self.parameters().next().filter(|_| !self.puts_something_new())
    }

    pub(crate) fn writes(&self) -> bool {
        self.method != Method::GET
    }

    /// Whether its answer does not end.
    pub(crate) fn is_stream(&self) -> bool {
        self.path.ends_with("/events")
    }

    /// Calls it, with the ids for the path and those for the body, whatever the version.
    pub(crate) async fn call(&self, by: &Client, path: &Ids, body: &Ids) -> Answer {
        self.call_seeing(by, path, body, "*").await
    }

    /// Whether the version that was seen is asked for.
    pub(crate) fn is_conditional(&self) -> bool {
        matches!(self.method, Method::PUT | Method::PATCH | Method::DELETE) || self.id == "mergePersons"
    }

    /// Whether it creates under an id that the caller made.
    fn puts_something_new(&self) -> bool {
        self.id == "putSupporter"
    }

    /// The same, having seen the version of this tag.
    pub(crate) async fn call_seeing(&self, by: &Client, path: &Ids, body: &Ids, seen: &str) -> Answer {
        let id_of = |name: &str| if self.puts_something_new() { id() } else { path.get(name) };
        let path = self
            .parameters()
            .fold(self.path.clone(), |address, name| address.replace(&format!("{{{name}}}"), &id_of(name).to_string()))
            + self.query();
        let by = match (self.puts_something_new(), self.is_conditional()) {
            (true, _) => by.with("if-none-match", "*"),
            (false, true) => by.with("if-match", seen),
            (false, false) => by.clone(),
        };
        match self.request(body) {
            Some(Body::None) => by.send(self.method.clone(), &path, None).await,
            Some(Body::File(media_type, file)) => by.post_file(&path, media_type, file).await,
            Some(Body::Json(json)) => by.send(self.method.clone(), &path, Some(json)).await,
            None => panic!("{} has no row in operations.rs", self.id),
        }
    }

    /// The members of the query that the operation requires.
    fn query(&self) -> &'static str {
        if self.id == "findHelpers" { "?supportType=emotional" } else { "" }
    }

    /// What the row sends.
    pub(crate) fn request(&self, ids: &Ids) -> Option<Body> {
        body(&self.id, ids)
    }
}

/// What a row sends.
pub(crate) enum Body {
    None,
    Json(Value),
    /// A media type and a text of it.
    File(&'static str, &'static str),
}

/// A document of a client with nothing in it.
fn empty_document() -> Value {
    let at = "2026-01-01T00:00:00Z";
    json!({
        "format": "omringd-client-1",
        "exportedAt": at,
        "client": { "name": "Niemand", "externalIdentifiers": [], "createdAt": at, "updatedAt": at },
        "supportTypes": [], "persons": [], "maps": [], "cards": [],
    })
}

/// Two of the people on the map, one of them new, and who is tied to whom.
fn content(ids: &Ids) -> Value {
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

/// The rows.
fn body(operation: &str, ids: &Ids) -> Option<Body> {
    let json = |value: Value| Some(Body::Json(value));
    let name = id().to_string();
    match operation {
        "listClients" | "showClient" | "deleteClient" => Some(Body::None),
        "createClient" => json(json!({ "name": "Saskia de Wit", "preferredName": "Sas", "dateOfBirth": "1974-05-03" })),
        "searchClients" => json(json!({ "name": "saskia" })),
        "updateClient" => json(json!({ "preferredName": "Sas" })),
        "listAgreements" | "showAgreement" | "deleteAgreement" => Some(Body::None),
        "createAgreement" => json(json!({
            "text": "Vraagt Anna mee naar het ziekenhuis", "supporterId": ids.get("supporterId"),
            "supportType": "emotional", "dueOn": "2027-03-01",
        })),
        "updateAgreement" => json(json!({ "supporterId": ids.get("supporterId") })),
        "listReflections" | "showReflection" | "deleteReflection" => Some(Body::None),
        "createReflection" | "updateReflection" => json(json!({ "text": "Meer dan ik dacht" })),
        "listCoachNotes" | "showCoachNote" | "deleteCoachNote" => Some(Body::None),
        "createCoachNote" | "updateCoachNote" => json(json!({ "text": "Volgende keer" })),
        "listCards" | "showCard" | "showCardPicture" | "previewCard" | "showCardDifferences" => Some(Body::None),
        "createCard" => json(json!({})),
        "listPersons" | "showPerson" | "deletePerson" => Some(Body::None),
        "createPerson" => {
            json(json!({ "alias": "Tante Riet", "relationship": "other-family", "phone": "06 12345678" }))
        }
        "updatePerson" => json(json!({ "alias": "Anna", "phone": "06 12345678" })),
        "createPersons" => json(json!({ "persons": [{ "alias": "Tante Riet" }, { "alias": "Buurvrouw Els" }] })),
        "mergePersons" => json(json!({ "personId": ids.get("unplacedPersonId"), "etag": "\"1\"" })),
        "previewContacts" => Some(Body::File("text/vcard", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zus\r\nEND:VCARD\r\n")),
        "listMaps" | "showMap" | "followMap" | "deleteMap" => Some(Body::None),
        "createMap" => json(json!({ "theme": "dementie" })),
        "updateMap" => json(json!({ "theme": "dementie" })),
        "listSupporters" | "showSupporter" | "deleteSupporter" => Some(Body::None),
        "createSupporter" => json(json!({
            "personId": ids.get("unplacedPersonId"), "closeness": "middle",
            "supports": [{ "supportType": "practical", "availability": "could-ask" }],
        })),
        "putSupporter" => json(json!({
            "mapId": ids.get("mapId"), "personId": ids.get("unplacedPersonId"), "closeness": "middle",
        })),
        "updateSupporter" => json(json!({ "closeness": "outer" })),
        "listTies" | "showTie" | "deleteTie" => Some(Body::None),
        "createTie" => json(json!({
            "supporterIds": [ids.get("supporterId"), ids.get("untiedSupporterId")], "strength": 3,
        })),
        "updateTie" => json(json!({ "strength": 1 })),
        "showNeeds" => Some(Body::None),
        "replaceNeeds" => json(json!({ "needs": [{ "supportType": "emotional", "level": 3 }] })),
        "replaceMapContent" => json(content(ids)),
        "showInsights" | "showAbsence" | "findHelpers" => Some(Body::None),
        "exportClient" => Some(Body::None),
        "importClient" => json(empty_document()),
        "importMapContent" => json(json!({ "persons": "key,alias\n1,Riet\n2,Els\n", "ties": "first,second\n1,2\n" })),
        "listMembers" | "showMember" | "deleteMember" => Some(Body::None),
        "updateMember" => json(json!({ "roles": ["coach"] })),
        "listInvitations" | "showInvitation" | "deleteInvitation" => Some(Body::None),
        "createInvitation" => json(json!({ "email": format!("{name}@omringd.test"), "roles": ["coach"] })),
        "listSessions" | "showCurrentSession" | "endSession" | "logOut" | "showMe" => Some(Body::None),
        "chooseOrganisation" => json(json!({ "organisationId": ids.get("organisationId") })),
        "updateMe" => json(json!({ "language": "en" })),
        "showOverview" => Some(Body::None),
        "listCaseload" | "followChanges" => Some(Body::None),
        "listAssignments" | "listAllAssignments" | "listCoaches" | "showAssignment" => Some(Body::None),
        "createAssignment" => json(json!({ "coachId": ids.get("coachUserId"), "basis": "Verwijzing" })),
        "createAssignments" => json(json!({
            "coachId": ids.get("coachUserId"), "clientIds": [ids.get("clientId")], "basis": "Verwijzing",
        })),
        "updateAssignment" => json(json!({ "basis": "Overdracht" })),
        "listLogIns" => Some(Body::None),
        "confirmLogIn" => json(json!({})),
        "showVocabulary" => Some(Body::None),
        "replaceSupportTypes" => json(json!({
            "supportTypes": [{ "code": "spiritual", "labels": { "nl": "Zingeving", "en": "Meaning" } }],
        })),
        "showOwnOrganisation" => Some(Body::None),
        "updateOwnOrganisation" => json(json!({ "name": "De Linde" })),
        "listOrganisations" | "showOrganisation" | "purgeOrganisation" => Some(Body::None),
        "createOrganisation" => {
            json(json!({ "name": "De Linde", "admin": { "email": format!("{name}@omringd.test") } }))
        }
        "updateOrganisation" => json(json!({ "name": "De Linde" })),
        _ => None,
    }
}

/// Every caller of the matrix, with a name for its column.
pub(crate) fn callers<'a>(
    anonymous: &'a Client,
    operator: &'a Actor,
    a: &'a Organisation,
    b: &'a Organisation,
) -> [(&'static str, &'a Client); 9] {
    [
        ("anonymous", anonymous),
        ("operator", operator),
        ("admin", &a.admin),
        ("coach", &a.coach),
        ("other coach", &a.other_coach),
        ("client", &a.client),
        ("other client", &a.other_client),
        ("admin of B", &b.admin),
        ("coach of B", &b.coach),
    ]
}

#[tokio::test]
async fn what_the_service_says_of_itself_is_open_to_everybody() {
    let (app, _world) = App::with_world(Db::Sqlite).await;
    for (operation, path) in SERVICE {
        let answer = app.anonymous().get(path).await;
        assert!(answer.status.is_success(), "{operation}: {} {}", answer.status, answer.text());
        // The document has examples.
        assert!(operation == "showOpenapi" || !answer.text().contains("Saskia"), "{operation}");
    }
}

#[test]
fn every_operation_has_a_row() {
    let ids = Ids::unknown();
    let without: Vec<_> =
        Operation::documented().into_iter().filter(|operation| operation.request(&ids).is_none()).collect();
    assert!(without.is_empty(), "add rows to operations.rs for {without:#?}");
}

#[test]
fn every_row_names_an_operation() {
    let operations = Operation::documented();
    let rows = include_str!("operations.rs").lines().filter(|line| line.contains("=>") && line.trim().starts_with('"'));
    let mut rows =
        rows.flat_map(|line| line.split("=>").next().unwrap().split('|')).map(|name| name.trim().trim_matches('"'));
    let unknown: Vec<_> =
        rows.by_ref().filter(|row| !operations.iter().any(|operation| operation.id == *row)).collect();
    assert!(unknown.is_empty(), "no operation is called {unknown:?}");
}
