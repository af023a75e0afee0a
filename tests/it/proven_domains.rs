//! The daily check that proven domains still have their record.

use crate::support::fake_provider::{FakeProvider, answers, prove, publish, withdraw};

use crate::support::{Answer, App, Db, Mailbox, Received, World, both_databases, count, id};
use chrono::TimeDelta;
use domain::jobs;
use rstest_reuse::apply;
use serde_json::{Value, json};

const MISSING: &str = "Het bewijs van een domein ontbreekt";
const LOST: &str = "Een domein is niet meer bewezen";

struct Setting {
    app: App,
    world: World,
    mailbox: Mailbox,
    fake: FakeProvider,
    provider: String,
    domain: String,
    claimed: Answer,
}

/// A provider of organisation A, and a domain of the admin, the coach and another coach, which A has proven.
async fn setting(db: Db) -> Setting {
    let (fake, mailbox) = (FakeProvider::start(false), Mailbox::create());
    let origin = fake.issuer.clone().try_into().unwrap();
    let (app, world) = App::with_world_and(db, |service| {
        service.internal_origins = vec![origin];
        service.mail = Some(mailbox.settings());
    })
    .await;
    let provider = fake.register(&world.a.admin, json!({})).await;
    let domain = format!("{}.example", id());
    let claimed = prove(&world.a.admin, &domain).await;
    app.raw
        .run(&format!("update user_account set email = 'coach@{domain}' where email = 'coach@a.test'"))
        .await
        .unwrap();
    app.raw.run("update user_account set email_confirmed_at = created_at").await.unwrap();
    Setting { app, world, mailbox, fake, provider, domain, claimed }
}

impl Setting {
    /// The next day's check; returns the mails about it, which come an hour later.
    async fn next_day(&self) -> Vec<Received> {
        self.app.clock.advance(TimeDelta::hours(23));
        // Once a day: the second adds nothing.
        for _ in 0..2 {
            jobs::schedule(&self.mailbox.ports(&self.app).await).await.unwrap();
        }
        assert!(self.mailbox.receive(&self.app).await.is_empty());
        self.app.clock.advance(TimeDelta::hours(1));
        self.mailbox.receive(&self.app).await
    }

    /// The domain, as an administrator sees it.
    async fn shown(&self) -> Answer {
        let admin = self.app.log_in(self.world.a.admin.user, Some(self.world.a.id)).await;
        admin.get(&self.claimed.location()).await.expect(200)
    }

    async fn log_in(&self, sub: &str) -> u16 {
        let claims = json!({ "email": format!("coach@{}", self.domain), "email_verified": true });
        self.fake.log_in(&self.app, &self.provider, sub, claims).await.status.as_u16()
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_domain_without_its_record_for_a_week_links_nobody_new(db: Db) {
    let it = setting(db).await;
    assert!(it.next_day().await.is_empty());
    assert!(it.shown().await["verifiedAt"].is_string());
    withdraw(&it.claimed);
    let told = it.next_day().await;
    assert_eq!(told.iter().map(|mail| (&*mail.to, &*mail.subject)).collect::<Vec<_>>(), [("admin@a.test", MISSING)]);
    assert!(told[0].text.contains(&it.domain) && told[0].text.contains("Organisation A"), "{}", told[0].text);
    let shown = it.shown().await;
    assert!(shown["verifiedAt"].is_string() && shown["missingSince"].is_string(), "{}", shown.text());
    for _ in 0..6 {
        assert!(it.next_day().await.is_empty());
    }
    assert_eq!(it.log_in("s-1").await, 201, "the domain still counts");
    it.mailbox.receive(&it.app).await;
    let told = it.next_day().await;
    assert_eq!(told.iter().map(|mail| (&*mail.to, &*mail.subject)).collect::<Vec<_>>(), [("admin@a.test", LOST)]);
    assert!(told[0].text.contains(&it.domain), "{}", told[0].text);
    assert_eq!(it.shown().await["verifiedAt"], Value::Null);
    assert_eq!(it.log_in("s-1").await, 201, "an identity that is linked stays so");
    it.app.raw.run("delete from provider_identity where subject = 's-1'").await.unwrap();
    assert_eq!(it.log_in("s-1").await, 401, "nobody is linked by the address");
    // It is not checked any more, until it is proven again.
    it.mailbox.receive(&it.app).await;
    assert!(it.next_day().await.is_empty());
    publish(&it.claimed);
    assert!(it.next_day().await.is_empty());
    assert_eq!(it.shown().await["verifiedAt"], Value::Null);
    let admin = it.app.log_in(it.world.a.admin.user, Some(it.world.a.id)).await;
    admin.post(&format!("{}/verifications", it.claimed.location()), json!({})).await.expect(200);
    assert_eq!(it.shown().await["missingSince"], Value::Null);
    assert_eq!(it.log_in("s-1").await, 201);
}

#[apply(both_databases)]
#[tokio::test]
async fn no_answer_from_dns_is_not_a_missing_record(db: Db) {
    let it = setting(db).await;
    answers(&it.claimed, false);
    for _ in 0..9 {
        assert!(it.next_day().await.is_empty());
    }
    let shown = it.shown().await;
    assert!(shown["verifiedAt"].is_string() && shown["missingSince"].is_null(), "{}", shown.text());
    // A record that comes back begins a new week.
    answers(&it.claimed, true);
    withdraw(&it.claimed);
    assert_eq!(it.next_day().await.len(), 1);
    publish(&it.claimed);
    assert!(it.next_day().await.is_empty());
    assert!(it.shown().await["missingSince"].is_null());
    withdraw(&it.claimed);
    assert_eq!(it.next_day().await.len(), 1);
    for _ in 0..6 {
        assert!(it.next_day().await.is_empty());
    }
    assert!(it.shown().await["verifiedAt"].is_string());
}

#[apply(both_databases)]
#[tokio::test]
async fn many_domains_are_checked_once_a_day_and_told_in_one_mail(db: Db) {
    let it = setting(db).await;
    for admin in [&it.world.a.admin, &it.world.b.admin] {
        // 20 of each organisation, of which one is seeded; A has one more.
        let room = if admin.user == it.world.a.admin.user { 18 } else { 19 };
        for _ in 0..room {
            withdraw(&prove(admin, &format!("{}.example", id())).await);
        }
    }
    let told = it.next_day().await;
    assert_eq!(told.iter().map(|mail| &*mail.to).collect::<Vec<_>>(), ["admin@a.test", "admin@b.test"]);
    assert_eq!(told[0].text.matches(".example").count(), 18, "{}", told[0].text);
    assert_eq!(count(&it.app.raw, "log_in_domain where checked_at is null").await, 0);
    assert_eq!(count(&it.app.raw, "log_in_domain where missing_since is not null").await, 37);
    // 40 domains are two jobs of 20, and one that finds none.
    assert_eq!(count(&it.app.raw, "job where kind = 'check-log-in-domains'").await, 3);
}
