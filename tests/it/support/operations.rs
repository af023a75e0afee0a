//! Every operation of the API with what it takes to call it: the table behind the role matrix and the isolation tests.
//!
//! Method, path, the ids in it and whether it takes a body come from the OpenAPI document; `samples.rs` has the bodies. An
//! operation whose body is missing there fails [`every_operation_with_a_body_has_a_row_and_every_row_an_operation`].

use super::ids::Ids;
use super::samples::{self, Body};
use crate::support::{Answer, App, Client, Content, Db, Organisation, World, id};
use reqwest::Method;
use serde_json::Value;

/// The ids of a client and of what a client has, in paths.
pub(crate) const OF_CLIENT: [&str; 9] =
    ["clientId", "mapId", "personId", "supporterId", "tieId", "agreementId", "reflectionId", "cardId", "coachNoteId"];

/// Operations about the service itself: open to all, without personal data. This list only shrinks.
const SERVICE: [(&str, &str); 7] = [
    ("showOpenapi", "/v1/openapi.json"),
    ("showDocs", "/docs"),
    ("showDocsFile", "/docs/swagger-ui.css"),
    ("showLiveness", "/health/live"),
    ("showReadiness", "/health/ready"),
    ("listProblems", "/problems"),
    ("showProblem", "/problems/not-found"),
];

/// Operations that depend on a secret, a password or an identity provider instead of a role, slow and rate-limited by design, and the public keys
/// and metadata: not in the matrix. This list only shrinks.
const BY_SECRET: [&str; 28] = [
    "acceptEmailChange",
    "acceptInvitation",
    "addPasskey",
    "beginIdentityLink",
    "beginProviderLogIn",
    "changePassword",
    "completeProviderLogIn",
    "confirmSecondFactor",
    "confirmSession",
    "deleteMe",
    "findLogInMethods",
    "issueToken",
    "linkIdentity",
    "logIn",
    "logInWithPasskey",
    "logOutByProvider",
    "lookUpInvitation",
    "replaceRecoveryCodes",
    "requestEmailChange",
    "requestLogInCode",
    "requestOwnPasskeyChallenge",
    "requestPasskeyChallenge",
    "requestPasswordReset",
    "resetPassword",
    "revokeToken",
    "showAuthorizationServer",
    "showClientKeys",
    "showKeys",
];

/// An operation of the OpenAPI document.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: Method,
    pub(crate) path: String,
    takes_body: bool,
}

impl Operation {
    /// The operations of the matrix, by path and method.
    pub(crate) fn all() -> Vec<Self> {
        let document: Value = serde_json::to_value(api::document()).unwrap();
        let mut all = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let Some(id) = operation["operationId"].as_str() else { continue };
                if SERVICE.iter().any(|(service, _)| *service == id) || BY_SECRET.contains(&id) {
                    continue;
                }
                let (method, takes_body) =
                    (method.to_uppercase().parse().unwrap(), operation["requestBody"].is_object());
                all.push(Self { id: id.to_owned(), method, path: path.clone(), takes_body });
            }
        }
        all.sort_by_key(|operation| (operation.path.clone(), operation.method.to_string()));
        all
    }

    /// All but the event streams, whose answers do not end.
    pub(crate) fn all_but_streams() -> Vec<Self> {
        Self::all().into_iter().filter(|operation| !operation.is_stream()).collect()
    }

    /// The names of the ids in the path.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &str> {
        self.path.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
    }

    /// The first of them, which names the resource; none for an operation that creates it.
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

    /// Calls it with ids for the path and ids for the body, for any version of the resource.
    pub(crate) async fn call(&self, by: &Client, path: &Ids, body: &Ids) -> Answer {
        self.call_seeing(by, path, body, "*").await
    }

    /// Whether the caller must name the version that it saw.
    pub(crate) fn is_conditional(&self) -> bool {
        matches!(self.method, Method::PUT | Method::PATCH | Method::DELETE) || self.id == "mergePersons"
    }

    /// Whether it creates a resource under an id that the caller chose.
    fn puts_something_new(&self) -> bool {
        self.id == "putSupporter"
    }

    /// The same for the version with this tag.
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
        match self.body(body) {
            Body::None => by.send(self.method.clone(), &path, None).await,
            Body::File(media_type, file) => by.post_file(&path, media_type, file).await,
            Body::Json(json) => by.send(self.method.clone(), &path, Some(json)).await,
        }
    }

    /// The members of the query that the operation requires.
    fn query(&self) -> &'static str {
        if self.id == "findHelpers" { "?supportType=emotional" } else { "" }
    }

    /// The body that it accepts.
    pub(crate) fn body(&self, ids: &Ids) -> Body {
        samples::body(&self.id, ids)
    }
}

/// Operations that are only for a client without a confirmed log-in: the matrix shows that they are refused for another.
const WITHOUT_LOG_IN: [&str; 3] = ["createAccessRequest", "printAccessLog", "printRecord"];

/// How many callers the matrix has.
const CALLERS: usize = 10;

/// Every caller of the matrix, with a name for its column.
fn callers<'a>(anonymous: &'a Client, world: &'a World) -> [(&'static str, &'a Client); CALLERS] {
    let World { a, b, operator } = world;
    [
        ("anonymous", anonymous),
        ("operator", operator),
        ("admin", &a.admin),
        ("coach", &a.coach),
        ("other coach", &a.other_coach),
        ("client", &a.client),
        ("other client", &a.other_client),
        ("integration", &a.integration),
        ("admin of B", &b.admin),
        ("coach of B", &b.coach),
    ]
}

/// Calls operations as the callers of the matrix, with ids of A's world, which is seeded anew after a call that changed
/// something.
pub(crate) struct Walk<'a> {
    app: &'a App,
    pub(crate) world: World,
}

impl<'a> Walk<'a> {
    pub(crate) async fn new(app: &'a App) -> Self {
        Self { app, world: World::seed(app).await }
    }

    /// The callers.
    pub(crate) fn names(&self) -> [&'static str; CALLERS] {
        callers(&self.app.anonymous(), &self.world).map(|(name, _)| name)
    }

    /// Lets `call` make the call for every caller in turn.
    pub(crate) async fn each_caller(
        &mut self,
        operation: &Operation,
        content: fn(&Organisation) -> &Content,
        mut call: impl AsyncFnMut(&str, &Client, &Ids) -> Answer,
    ) {
        for caller in 0..CALLERS {
            self.call(operation, content, caller, &mut call).await;
        }
    }

    /// Lets `call` make the call for one caller after the other until one succeeds; returns its answer and the ids.
    pub(crate) async fn first_allowed(
        &mut self,
        operation: &Operation,
        mut call: impl AsyncFnMut(&str, &Client, &Ids) -> Answer,
    ) -> Option<(Answer, Ids)> {
        let alone = WITHOUT_LOG_IN.contains(&operation.id.as_str());
        if alone {
            self.confirm_log_in(false).await;
        }
        let mut allowed = None;
        for caller in 0..CALLERS {
            let (answer, ids) = self.call(operation, |organisation| &organisation.open, caller, &mut call).await;
            if answer.status.is_success() {
                allowed = Some((answer, ids));
                break;
            }
        }
        if alone {
            self.confirm_log_in(true).await;
        }
        allowed
    }

    /// Sets whether the log-in of A's client is confirmed.
    async fn confirm_log_in(&self, confirmed: bool) {
        let sql = "update client set login_confirmed = $1 where id = $2";
        self.app.raw.query(sql, &[confirmed.into(), self.world.a.client_id.into()]).await.unwrap();
    }

    async fn call(
        &mut self,
        operation: &Operation,
        content: fn(&Organisation) -> &Content,
        caller: usize,
        call: &mut impl AsyncFnMut(&str, &Client, &Ids) -> Answer,
    ) -> (Answer, Ids) {
        let (anonymous, a) = (self.app.anonymous(), &self.world.a);
        let (ids, (name, by)) = (Ids::of(a, content(a)), callers(&anonymous, &self.world)[caller]);
        let answer = call(name, by, &ids).await;
        if operation.writes() && answer.status.is_success() {
            self.world = World::seed(self.app).await;
        }
        (answer, ids)
    }
}

#[tokio::test]
async fn what_describes_the_service_is_open_to_all() {
    let (app, _world) = App::with_world(Db::Sqlite).await;
    for (operation, path) in SERVICE {
        let answer = app.anonymous().get(path).await;
        assert!(answer.status.is_success(), "{operation}: {} {}", answer.status, answer.text());
        // The document has examples.
        assert!(operation == "showOpenapi" || !answer.text().contains("Saskia"), "{operation}");
    }
}

#[test]
fn every_operation_with_a_body_has_a_row_and_every_row_an_operation() {
    let mut with_body: Vec<_> =
        Operation::all().into_iter().filter(|operation| operation.takes_body).map(|operation| operation.id).collect();
    let mut rows: Vec<_> = samples::operations().collect();
    with_body.sort_unstable();
    rows.sort_unstable();
    assert_eq!(rows, with_body, "the rows of support/bodies.rs, and the operations with a body");
}
