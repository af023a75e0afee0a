//! `POST /v1/clients/search`, by name, in the spellings that people type.

use crate::support::{App, Db, World, both_databases};
use rstest_reuse::apply;
use serde_json::{Value, json};

const NAMES: [&str; 12] = [
    "Łukasz Wójcik",
    "Ayşe Yıldız",
    "Søren Ødegård",
    "Björn Weiß",
    "Đorđe Æsbjørn",
    "Siobhán O’Brien",
    "Jan ’t Hart",
    "Anne-Marie Jansen-de Vries",
    "Renée van der Meer",
    "Zoë Boer",
    "Γιώργος Παππάς",
    "So\u{AD}fie\u{200B} Smits",
];

async fn named(world: &World) {
    for name in NAMES {
        world.a.admin.post("/v1/clients", json!({ "name": name })).await.expect(201);
    }
}

async fn found(world: &World, name: &str) -> Vec<String> {
    let page = world.a.admin.post("/v1/clients/search", json!({ "name": name })).await.expect(200);
    let name = |client: &Value| client["name"].as_str().unwrap().to_owned();
    page["items"].as_array().unwrap().iter().map(name).collect()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_name_is_found_by_common_spellings(db: Db) {
    let (_app, world) = App::with_world(db).await;
    named(&world).await;
    for (typed, written) in [
        ("lukasz", "Łukasz Wójcik"),
        ("WOJCIK", "Łukasz Wójcik"),
        ("yildiz", "Ayşe Yıldız"),
        ("YILDIZ", "Ayşe Yıldız"),
        ("soren odegard", "Søren Ødegård"),
        ("weiss", "Björn Weiß"),
        ("dorde aesbjorn", "Đorđe Æsbjørn"),
        ("o'brien", "Siobhán O’Brien"),
        ("OBRIEN", "Siobhán O’Brien"),
        ("'t hart", "Jan ’t Hart"),
        ("‘t Hart", "Jan ’t Hart"),
        ("jansen de vries", "Anne-Marie Jansen-de Vries"),
        ("Jansen‑de Vries", "Anne-Marie Jansen-de Vries"),
        ("anne marie", "Anne-Marie Jansen-de Vries"),
        ("vries, anne", "Anne-Marie Jansen-de Vries"),
        ("renee meer", "Renée van der Meer"),
        ("meer renée", "Renée van der Meer"),
        ("Boer, Zoe", "Zoë Boer"),
        ("ΓΙΩΡΓΟΣ ΠΑΠΠΑΣ", "Γιώργος Παππάς"),
        ("sofie smits", "So\u{AD}fie\u{200B} Smits"),
        ("Zoe\u{308}", "Zoë Boer"),
        ("\u{202D}Zoë\u{202C}", "Zoë Boer"),
    ] {
        assert_eq!(found(&world, typed).await, [written], "{typed}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_plainly_written_name_is_found_by_every_spelling(db: Db) {
    let (_app, world) = App::with_world(db).await;
    for (written, typed) in
        [("Pat OBrien", "O’Brien"), ("Pat O'Brien", "o‘brien"), ("Lukasz Nowak", "ŁUKASZ"), ("Jan-Piet", "jan–piet")]
    {
        world.a.admin.post("/v1/clients", json!({ "name": written })).await.expect(201);
        assert!(found(&world, typed).await.contains(&written.to_owned()), "{typed}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn every_word_of_at_most_ten_must_match(db: Db) {
    let (_app, world) = App::with_world(db).await;
    named(&world).await;
    for typed in ["renee boer", "zoe_", "w%jcik", "'", " - ", "Zoë \\ Boer"] {
        assert!(found(&world, typed).await.is_empty(), "{typed}");
    }
    assert_eq!(found(&world, "renee van der meer RENÉE VAN DER MEER ren mee va r e n").await, ["Renée van der Meer"]);
    let refused = world.a.admin.post("/v1/clients/search", json!({ "name": "a b c d e f g h i j k" })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/name too-many"]);
    let refused = world.a.admin.post("/v1/clients/search", json!({ "name": "\u{200B}" })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/name blank"]);
}
