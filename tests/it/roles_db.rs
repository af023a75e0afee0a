//! The owner and the runtime role on PostgreSQL: both are checked before anything is changed, and `migrate` sets their privileges.

use crate::support::{App, Db, Kept, RawDatabase, World, count};
use migration::{Connection, MigrateError, UnfitRole};
use reqwest::Url;

/// The rights on the tables, from the catalogue.
async fn rights(db: &RawDatabase) -> Vec<String> {
    let sql = "select c.relname || ': ' || coalesce(g.rolname, 'public') || ' ' || string_agg(a.privilege_type, ',' order by a.privilege_type)
        from pg_class c cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
        left join pg_roles g on g.oid = a.grantee
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') group by c.relname, g.rolname order by 1";
    db.column(sql).await.unwrap()
}

fn role(url: &str) -> String {
    Url::parse(url).unwrap().username().to_owned()
}

fn unfit(result: Result<usize, MigrateError>) -> UnfitRole {
    match result {
        Err(MigrateError::Role(unfit)) => unfit,
        other => panic!("{other:?}"),
    }
}

async fn open(url: &str) -> Connection {
    Connection::Postgres(persistence::open_postgres(url).await.unwrap())
}

#[tokio::test]
async fn an_unfit_role_is_refused_and_nothing_is_changed() {
    let app = App::spawn(Db::Postgres).await;
    let (owner, runtime) = (role(&app.kept.owner_url()), role(&app.kept.url()));
    let superuser = role(&app.kept.unbound_url());
    let before = rights(&app.raw).await;
    let url = app.kept.owner_url();
    assert_eq!(unfit(migration::run(open(&url).await, Some(&owner)).await), UnfitRole::Owner(owner.clone()));
    assert_eq!(unfit(migration::run(open(&url).await, Some(&superuser)).await), UnfitRole::Unbound(superuser));
    assert_eq!(
        unfit(migration::run(open(&url).await, Some("nobody_here")).await),
        UnfitRole::Missing("nobody_here".to_owned())
    );
    // The other way round: the service's role cannot migrate.
    assert_eq!(
        unfit(migration::run(open(&app.kept.url()).await, Some(&runtime)).await),
        UnfitRole::NotTheOwner(owner.clone())
    );
    // A member of the owner could become it.
    let member = format!("{}_member", app.database_name());
    app.raw.run(&format!("create role {member} in role {owner}")).await.unwrap();
    let refused = unfit(migration::run(open(&url).await, Some(&member)).await);
    app.raw.run(&format!("drop role {member}")).await.unwrap();
    assert_eq!(refused, UnfitRole::Owner(member));
    assert_eq!(rights(&app.raw).await, before);
    assert_eq!(migration::run(open(&url).await, Some(&runtime)).await.unwrap(), 0);
    assert_eq!(rights(&app.raw).await, before);
}

#[tokio::test]
async fn a_migration_restores_missing_rights_and_revokes_excessive_ones() {
    let app = App::spawn(Db::Postgres).await;
    let world = World::seed(&app).await;
    let (owner, runtime) = (role(&app.kept.owner_url()), role(&app.kept.url()));
    let superuser = role(&app.kept.unbound_url());
    let before = rights(&app.raw).await;
    app.anonymous().get("/health/ready?for=writes").await.expect(204);
    for sql in [
        format!("revoke update, delete on card from {owner}"),
        format!("revoke insert, update, delete on seaql_migrations, own_membership from {owner}"),
        format!("grant select on client to {superuser}"),
        format!("grant update on card to {runtime}"),
        format!("revoke select on person from {runtime}"),
        "grant select on user_account to public".to_owned(),
    ] {
        app.raw.run(&sql).await.unwrap();
    }
    assert_ne!(rights(&app.raw).await, before);
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    app.anonymous().get("/health/ready").await.expect(204);
    app.anonymous().get("/health/ready?for=writes").await.problem(503, "unavailable");
    migration::run(open(&app.kept.owner_url()).await, Some(&runtime)).await.unwrap();
    assert_eq!(rights(&app.raw).await, before);
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    app.anonymous().get("/health/ready?for=writes").await.expect(204);
    // A foreign key of the owner's removes the cards.
    world.a.client.delete(&format!("/v1/maps/{}", world.a.open.map), "*").await.expect(204);
}

#[tokio::test]
async fn the_service_has_the_rights_it_needs_and_no_more() {
    let kept = Kept::create(Db::Postgres);
    let db = RawDatabase::open(&kept.unbound_url()).await.unwrap();
    let runtime = role(&kept.url());
    let own: Vec<_> = rights(&db).await.into_iter().filter(|line| line.contains(&format!(": {runtime} "))).collect();
    let limited: Vec<_> = own.iter().filter(|line| !line.ends_with("DELETE,INSERT,SELECT,UPDATE")).collect();
    let expected = [
        format!("access_log: {runtime} INSERT,SELECT"),
        format!("card: {runtime} INSERT,SELECT"),
        format!("card_person: {runtime} DELETE,INSERT,SELECT"),
        format!("log_head: {runtime} INSERT,SELECT"),
        format!("log_seal: {runtime} INSERT,SELECT"),
        format!("log_tick: {runtime} INSERT,SELECT"),
        format!("own_membership: {runtime} SELECT"),
        format!("own_password: {runtime} SELECT"),
        format!("seaql_migrations: {runtime} SELECT"),
        format!("user_account: {runtime} DELETE"),
    ];
    assert_eq!(limited, expected.iter().collect::<Vec<_>>());
}

#[tokio::test]
async fn the_service_can_make_nobody_an_operator_and_read_no_others_secrets() {
    let app = App::spawn(Db::Postgres).await;
    World::seed(&app).await;
    let runtime = RawDatabase::open(&app.kept.url()).await.unwrap();
    for statement in [
        "update user_account set operator = true",
        "insert into user_account (id, email, name, password_hash, language, operator, version, created_at, updated_at)
            select gen_random_uuid(), 'x@x.test', name, 'none', language, true, 1, created_at, updated_at
            from user_account limit 1",
        "select password_hash from user_account",
        "update user_account set name = password_hash",
        "update user_account set name = name returning password_hash",
        "update own_password set disabled_at = null",
    ] {
        let refused = runtime.run(statement).await.unwrap_err().to_string();
        assert!(refused.contains("permission denied"), "{refused}");
    }
    runtime.run("update user_account set name = name").await.unwrap();
    for of_others in ["own_password", "session", "second_factor", "recovery_code"] {
        assert_eq!(count(&runtime, of_others).await, 0, "{of_others}");
    }
}

#[tokio::test]
async fn a_database_of_a_newer_release_is_served_or_refused_as_it_says() {
    let app = App::spawn(Db::Postgres).await;
    let newer = |name: &str, served: bool| format!("insert into seaql_migrations values ('{name}', 0, {served})");
    // What a newer release only added is served; its privileges are that release's to set.
    app.raw.run("create table later (id integer)").await.unwrap();
    app.raw.run(&newer("m29990101_000000_added", true)).await.unwrap();
    assert_eq!(migration::run(open(&app.kept.owner_url()).await, Some(&role(&app.kept.url()))).await.unwrap(), 0);
    assert_eq!(migration::pending(open(&app.kept.url()).await).await.unwrap(), 0);
    let refused =
        RawDatabase::open(&app.kept.url()).await.unwrap().run("select * from later").await.unwrap_err().to_string();
    assert!(refused.contains("permission denied"), "{refused}");

    app.raw.run(&newer("m29990101_000001_later", false)).await.unwrap();
    let refused = migration::run(open(&app.kept.owner_url()).await, Some(&role(&app.kept.url()))).await.unwrap_err();
    assert!(refused.to_string().contains("newer release") && refused.to_string().contains("m29990101"), "{refused}");
    assert!(migration::pending(open(&app.kept.url()).await).await.unwrap_err().to_string().contains("newer release"));
}
