//! Every statement names the organisation of each table it uses, so that tables can be distributed by organisation
//! (docs/citus.md); this is also the second lock.

use crate::support::operations::{Operation, Walk};
use crate::support::{App, Client, Ids, document};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

/// The tables and views with an organisation, by the catalogue.
async fn tenant(app: &App) -> BTreeSet<String> {
    let sql = "select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attname = 'organisation_id'
            and c.relname <> 'session'";
    app.raw.column(sql).await.unwrap().into_iter().collect()
}

/// What begins a reference to a table.
const BEFORE: [&str; 5] = ["from", "join", "into", "update", "using"];

/// The tables of this statement whose organisation it does not name, by alias if they have one.
fn unnamed(sql: &str, tenant: &BTreeSet<String>) -> Vec<String> {
    let plain = sql.to_lowercase().replace('"', "");
    // What counts the rows that were changed is around the statement.
    let counted = plain.strip_prefix("with done as (").and_then(|rest| rest.rsplit_once(") select 1 / (count(*)"));
    let plain = counted.map_or(plain.as_str(), |(statement, _)| statement);
    let words: Vec<_> =
        plain.split(|c: char| c.is_whitespace() || "(),;=".contains(c)).filter(|w| !w.is_empty()).collect();
    let mut missing = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let (before, table) = (pair[0], pair[1]);
        if !BEFORE.contains(&before) || !tenant.contains(table) {
            continue;
        }
        let alias = words.get(at + 2).copied().filter(|word| *word != "as").or_else(|| words.get(at + 3).copied());
        let named =
            [Some(table), alias].into_iter().flatten().any(|name| words.contains(&&*format!("{name}.organisation_id")));
        let added = before == "into" && alias == Some("organisation_id");
        // What is written to, and a table alone in its statement, need no name before the column.
        let written = at < 2 && words[0] != "select";
        let alone = words.windows(2).filter(|pair| BEFORE.contains(&pair[0]) && pair[1] != "set").count() == 1;
        if !named && !added && !((written || alone) && words.contains(&"organisation_id")) {
            missing.push(table.to_owned());
        }
    }
    missing
}

/// Statements that must not name one: they read all memberships of a user, and find the organisation of an integration, which
/// shows itself alone (`app.integration_id`). This list only shrinks.
const ACROSS: [&str; 2] = ["from own_membership", "set_config('app.integration_id'"];

#[tokio::test]
async fn every_statement_of_every_operation_names_the_organisation() {
    let app = App::behind_proxy(Duration::ZERO).await;
    let (mut walk, proxy) = (Walk::new(&app).await, app.proxy.clone().unwrap());
    let (mut statements, mut refused) = (BTreeSet::new(), Vec::new());
    for operation in Operation::all() {
        let each = async |_: &str, by: &Client, ids: &Ids| {
            proxy.reset();
            let answer = operation.call(by, ids, ids).await;
            statements.extend(proxy.statements());
            answer
        };
        if walk.first_allowed(&operation, each).await.is_none() {
            refused.push(operation.id);
        }
    }
    let world = walk.world;
    // The world's clients have persons already, who are on maps, its organisations are not suspended, and nothing is mailed.
    assert_eq!(
        refused,
        [
            "deleteClient",
            "importClient",
            "inviteMemberAgain",
            "purgeOrganisation",
            "inviteAdministrator",
            "deletePerson"
        ]
    );
    proxy.reset();
    let (import, organisation) =
        (format!("/v1/clients/{}/import", world.a.other_client_id), format!("/v1/organisations/{}", world.b.id));
    let unplaced = format!("/v1/persons/{}", world.a.open.unplaced_person);
    world.a.coach.delete(&unplaced, "*").await.expect(204);
    let new_supporter = json!({ "person": { "alias": "Anna" } });
    world.a.coach.post(&format!("/v1/maps/{}/supporters", world.a.open.map), new_supporter).await.expect(201);
    world.a.other_client.post(&import, document(1)).await.expect(200);
    world.operator.post(&format!("{organisation}/purge-requests"), Value::Null).await.expect(200);
    app.clear_purge_wait().await;
    world.operator.delete(&organisation, "*").await.expect(204);
    statements.extend(proxy.statements());
    assert!(statements.len() > 100, "only {} statements seen: the proxy missed most", statements.len());
    let tenant = tenant(&app).await;
    assert!(tenant.len() >= 20, "{tenant:?}");
    let across = |sql: &String| ACROSS.iter().any(|known| sql.contains(known));
    let missing: Vec<_> = statements
        .iter()
        .filter(|sql| !across(sql))
        .map(|sql| (unnamed(sql, &tenant), sql))
        .filter(|(missing, _)| !missing.is_empty())
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn a_statement_without_the_organisation_is_detected() {
    for (sql, missing) in [
        ("select * from map m where m.id = $1", vec!["map"]),
        ("select * from map m where m.organisation_id = $1 and m.id = $2", vec![]),
        (r#"SELECT "map"."id" FROM "map" WHERE "map"."organisation_id" = $1"#, vec![]),
        ("select * from map m join client c on c.id = m.client_id where m.organisation_id = $1", vec!["client"]),
        ("update map set version = 1 where organisation_id = $1", vec![]),
        ("delete from map where id = $1", vec!["map"]),
        (
            "with done as (delete from map where id = $1 returning 1) select 1 / (count(*) = 1)::int from done",
            vec!["map"],
        ),
        ("insert into need (organisation_id, map_id) select $1, m.id from map m where m.client_id = $2", vec!["map"]),
        ("insert into need (organisation_id, map_id) values ($1, $2)", vec![]),
        ("with t as (select 1), n as (insert into need (organisation_id, map_id) select $1, $2) select 1", vec![]),
        ("with t as (select 1), n as (insert into need (map_id) select $1) select 1", vec!["need"]),
    ] {
        let tenant = ["client", "map", "need"].map(str::to_owned).into();
        assert_eq!(unnamed(sql, &tenant), missing, "{sql}");
    }
}
