//! The limits of lists are constants of the domain; the document, whose macros take literals only, must have the same.

use domain::clients::Full;
use domain::maps::{MAX_AGREEMENTS, MAX_NEEDS, MAX_REFLECTIONS, MAX_SUPPORTERS, MAX_TIES};
use domain::support_types::OwnSupportTypes;
use serde_json::Value;

/// Schema, member, limit.
fn limits() -> Vec<(&'static str, &'static str, usize)> {
    let full = |full: Full| usize::try_from(full.max()).unwrap();
    let mut limits = vec![
        ("ClientDocument", "persons", full(Full::Persons)),
        ("ClientDocument", "maps", full(Full::Maps)),
        ("ClientDocument", "cards", full(Full::Cards)),
        ("DocumentMap", "reflections", MAX_REFLECTIONS),
        ("ReplaceMapContent", "persons", MAX_SUPPORTERS),
        ("ReplaceNeeds", "needs", MAX_NEEDS),
        ("ReplaceSupportTypes", "supportTypes", OwnSupportTypes::MAX),
    ];
    for schema in ["DocumentMap", "ReplaceMapContent"] {
        limits.extend([
            (schema, "supporters", MAX_SUPPORTERS),
            (schema, "ties", MAX_TIES),
            (schema, "needs", MAX_NEEDS),
            (schema, "agreements", MAX_AGREEMENTS),
        ]);
    }
    limits
}

#[test]
fn the_document_has_the_limits_of_the_domain() {
    let document: Value = serde_json::to_value(api::document()).unwrap();
    for (schema, member, limit) in limits() {
        let found = &document["components"]["schemas"][schema]["properties"][member]["maxItems"];
        assert_eq!(found, limit, "{schema}.{member}");
    }
}
