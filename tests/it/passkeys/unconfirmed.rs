//! An account that another person made with an address becomes its holder's: nothing of its maker opens it any more.

use super::{EMAIL, PASSWORD, add, add_app, bearer, by_password, log_in};
use crate::support::fake_provider::FakeProvider;
use crate::support::{Answer, App, Authenticator, Client, Db, Mailbox, World, both_databases, count};
use domain::Password;
use domain::accounts::{Email, confirm_email};
use rstest_reuse::apply;
use serde_json::json;

const OWN: &str = "van mij alleen, dit keer";
const SET_UP: [&str; 3] = ["second_factor", "recovery_code", "provider_identity"];

/// An account in organisation A that its maker can open in every way there is.
struct Made {
    app: App,
    world: World,
    mailbox: Mailbox,
    fake: FakeProvider,
    provider: String,
    key: Authenticator,
    maker: Client,
    member: String,
}

impl Made {
    async fn by_another_person(db: Db) -> Self {
        let (mailbox, fake) = (Mailbox::create(), FakeProvider::start(false));
        let origin = fake.issuer.clone().try_into().unwrap();
        let (app, world) = App::with_world_and(db, |service| {
            service.mail = Some(mailbox.settings());
            service.internal_origins = vec![origin];
        })
        .await;
        let provider = fake.register(&world.a.admin, json!({})).await;
        world.a.admin.post("/v1/invitations", json!({ "email": EMAIL, "roles": ["coach"] })).await.expect(201);
        let body = json!({ "secret": mailbox.only(&app).await.secret(), "name": "Marijke Bos", "password": PASSWORD });
        let joined = app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
        let member = joined["memberId"].as_str().unwrap().to_owned();
        let maker = bearer(&app, &by_password(&app, EMAIL).await.expect(201));
        let begun = fake.begin_link(&maker, &provider).await;
        fake.assert(&app, &begun, "s-1", json!({}));
        maker.post("/v1/me/identities", begun.callback()).await.expect(201);
        let mut key = Authenticator::new();
        add(&maker, &mut key, "Sleutel").await.expect(201);
        add_app(&app, &maker).await.1.expect(200);
        let mut made = Self { app, world, mailbox, fake, provider, key, maker, member };
        assert_eq!(made.statuses().await, [201, 201]);
        made.mailbox.receive(&made.app).await;
        made
    }

    async fn unconfirmed(self) -> Self {
        let sql = format!("update user_account set email_confirmed_at = null where email = '{EMAIL}'");
        self.app.raw.run(&sql).await.unwrap();
        self
    }

    /// What the maker gets with their passkey, and with their identity at the provider.
    async fn statuses(&mut self) -> [u16; 2] {
        let by_key = log_in(&self.app, &mut self.key).await;
        let by_identity = self.fake.log_in(&self.app, &self.provider, "s-1", json!({})).await;
        [by_key.status.as_u16(), by_identity.status.as_u16()]
    }

    async fn by_own_password(&self) -> Answer {
        self.app.anonymous().post("/v1/sessions", json!({ "email": EMAIL, "password": OWN })).await.expect(201)
    }

    async fn reset(&self) {
        self.app.anonymous().post("/v1/password-resets", json!({ "email": EMAIL })).await.expect(202);
        let body = json!({ "secret": self.mailbox.only(&self.app).await.secret(), "newPassword": OWN });
        self.app.anonymous().post("/v1/password-reset-acceptances", body).await.expect(204);
    }

    async fn assert_holders_alone(&mut self) {
        self.maker.get("/v1/me").await.problem(401, "not-authenticated");
        assert_eq!(self.statuses().await, [401, 401]);
        assert_eq!(self.by_own_password().await["secondFactor"], "optional");
        let user = format!("(select id from user_account where email = '{EMAIL}')");
        for table in SET_UP {
            assert_eq!(count(&self.app.raw, &format!("{table} where user_id = {user}")).await, 0, "{table}");
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_reset_of_an_unconfirmed_account_leaves_its_maker_no_way_in(db: Db) {
    let mut made = Made::by_another_person(db).await.unconfirmed().await;
    made.reset().await;
    made.assert_holders_alone().await;
    // The holder's own passkey outlasts the next reset: the address is confirmed now.
    let holder = bearer(&made.app, &made.by_own_password().await);
    add(&holder, &mut made.key, "Eigen").await.expect(201);
    made.mailbox.receive(&made.app).await;
    made.reset().await;
    log_in(&made.app, &mut made.key).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_operator_hands_an_unconfirmed_account_over_without_its_makers_ways_in(db: Db) {
    let mut made = Made::by_another_person(db).await.unconfirmed().await;
    let (email, own) = (Email::new(EMAIL).unwrap(), Password::chosen(OWN).unwrap());
    assert!(confirm_email(&made.app.ports().await, &email, Some(&own)).await.unwrap());
    made.assert_holders_alone().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn a_member_invited_again_by_mail_loses_what_the_maker_of_the_account_set_up(db: Db) {
    let mut made = Made::by_another_person(db).await.unconfirmed().await;
    made.world.a.admin.post(&format!("/v1/members/{}/invitations", made.member), json!({})).await.expect(201);
    let body = json!({ "secret": made.mailbox.only(&made.app).await.secret(), "password": OWN });
    made.app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
    made.assert_holders_alone().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn a_reset_of_a_confirmed_account_removes_no_other_way_in(db: Db) {
    let mut made = Made::by_another_person(db).await;
    made.reset().await;
    made.maker.get("/v1/me").await.problem(401, "not-authenticated");
    assert_eq!(
        (made.statuses().await, &made.by_own_password().await["secondFactor"]),
        ([201, 201], &json!("expected"))
    );
}
