//! Email addresses: one account for every spelling of an address.

use crate::support::{App, Db, both_databases};
use rstest_reuse::apply;
use serde_json::json;

const PASSWORD: &str = "een lange zin is sterk";

#[apply(both_databases)]
#[case("renée@café.nl", " Rene\u{301}e@cafe\u{301}.NL\n", "renée@xn--caf-dma.nl")]
#[case("jan@example.nl", "mailto:Jan@example.nl", "JAN@EXAMPLE.NL\u{A0}")]
#[tokio::test]
async fn an_invited_user_logs_in_with_any_spelling_of_the_address(
    db: Db,
    #[case] kept: &str,
    #[case] invited: &str,
    #[case] typed: &str,
) {
    let (app, world) = App::with_world(db).await;
    let body = json!({ "email": invited, "roles": ["coach"] });
    let invitation = world.a.admin.post("/v1/invitations", body).await.expect(201);
    assert_eq!(invitation["email"], kept);
    let acceptance = json!({ "secret": invitation["secret"], "name": "Nieuw", "password": PASSWORD });
    app.anonymous().post("/v1/invitation-acceptances", acceptance).await.expect(201);
    for email in [kept, invited, typed] {
        app.anonymous().post("/v1/sessions", json!({ "email": email, "password": PASSWORD })).await.expect(201);
        let again = world.a.admin.post("/v1/invitations", json!({ "email": email, "roles": ["coach"] })).await;
        again.problem(409, "already-member");
    }
}

#[apply(both_databases)]
#[case("jan\u{200B}@example.nl", "/email invisible-character")]
#[case("\u{200F}jan@example.nl", "/email invisible-character")]
#[case("jan@exam\u{AD}ple.nl", "/email invisible-character")]
#[case("jan@example.nl\u{FEFF}", "/email invisible-character")]
#[case("Jan <jan@example.nl>", "/email format")]
#[case("jan@example.nl, piet@example.nl", "/email format")]
#[case("jan@exa mple.nl", "/email format")]
#[case("jan@example..nl", "/email format")]
#[case("", "/email format")]
#[tokio::test]
async fn an_address_that_cannot_be_typed_again_is_refused(db: Db, #[case] email: &str, #[case] error: &str) {
    let (app, world) = App::with_world(db).await;
    let refused = world.a.admin.post("/v1/invitations", json!({ "email": email, "roles": ["coach"] })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), [error]);
    let refused = app.anonymous().post("/v1/sessions", json!({ "email": email, "password": PASSWORD })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), [error]);
    let new = json!({ "name": "De Linde", "admin": { "email": email } });
    let refused = world.operator.post("/v1/organisations", new).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), [error.replace("/email", "/admin/email")]);
}
