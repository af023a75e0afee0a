//! Unions in the shape that client generators handle best: named alternatives with a discriminator.

use super::schemas::name_of;
use std::collections::BTreeMap;
use utoipa::openapi::schema::{AllOf, Discriminator, Object, OneOf, Schema};
use utoipa::openapi::{OpenApi as Document, Ref, RefOr};

type Schemas = BTreeMap<String, RefOr<Schema>>;

pub(super) fn name_alternatives(document: &mut Document) {
    let schemas = &mut document.components.get_or_insert_default().schemas;
    spread(schemas);
    let unions: Vec<_> = schemas.iter().filter_map(|(name, schema)| Some((name.clone(), tag(schema)?))).collect();
    for (name, tag) in unions {
        if let Some(RefOr::T(Schema::OneOf(mut union))) = schemas.remove(&name) {
            promote(&name, &tag, &mut union, schemas);
            schemas.insert(name, RefOr::T(Schema::OneOf(union)));
        }
    }
}

/// Moves the members that a schema adds to a union into each alternative of the union.
fn spread(schemas: &mut Schemas) {
    let found: Vec<_> =
        schemas.iter().filter_map(|(name, schema)| Some((name.clone(), union_in(schema, schemas)?))).collect();
    for (name, union) in found {
        let Some(RefOr::T(Schema::AllOf(all))) = schemas.get(&name) else { continue };
        let merged = merged(all, &union, schemas);
        schemas.remove(&union);
        schemas.extend(merged.map(|merged| (name, RefOr::T(Schema::OneOf(merged)))));
    }
}

/// The name of the union that an `allOf` schema extends.
fn union_in(schema: &RefOr<Schema>, schemas: &Schemas) -> Option<String> {
    let RefOr::T(Schema::AllOf(all)) = schema else { return None };
    let mut names = all.items.iter().filter_map(|item| match item {
        RefOr::Ref(part) => name_of(part),
        RefOr::T(_) => None,
    });
    let union = |name: &&str| matches!(schemas.get(*name), Some(RefOr::T(Schema::OneOf(_))));
    names.find(union).map(str::to_owned)
}

fn merged(all: &AllOf, union: &str, schemas: &Schemas) -> Option<OneOf> {
    let RefOr::T(Schema::OneOf(union)) = schemas.get(union)? else { return None };
    let mut union = union.clone();
    for alternative in &mut union.items {
        let RefOr::T(Schema::Object(alternative)) = alternative else { return None };
        for item in &all.items {
            if let RefOr::T(Schema::Object(common)) = item {
                alternative.properties.extend(common.properties.clone());
                alternative.required.extend(common.required.clone());
            }
        }
    }
    union.description.clone_from(&all.description);
    Some(union)
}

/// The member that discriminates between the alternatives of a union.
fn tag(schema: &RefOr<Schema>) -> Option<String> {
    let RefOr::T(Schema::OneOf(union)) = schema else { return None };
    let RefOr::T(Schema::Object(first)) = union.items.first()? else { return None };
    let is_tag = |name: &&String| union.items.iter().all(|item| value(item, name).is_some());
    first.properties.keys().find(is_tag).cloned()
}

/// The single allowed value of an alternative's member.
fn value(alternative: &RefOr<Schema>, member: &str) -> Option<String> {
    let RefOr::T(Schema::Object(Object { properties, .. })) = alternative else { return None };
    let RefOr::T(Schema::Object(member)) = properties.get(member)? else { return None };
    match member.enum_values.as_deref()? {
        [one] => one.as_str().map(str::to_owned),
        _ => None,
    }
}

/// Turns each alternative into a component, named after the union and the discriminator value.
fn promote(name: &str, tag: &str, union: &mut OneOf, schemas: &mut Schemas) {
    let mut mapping = BTreeMap::new();
    for alternative in &mut union.items {
        let Some(value) = value(alternative, tag) else { continue };
        let own = format!("{name}{}", pascal(&value));
        let reference = Ref::from_schema_name(&own);
        mapping.insert(value, reference.ref_location.clone());
        let schema = std::mem::replace(alternative, RefOr::Ref(reference));
        schemas.insert(own, schema);
    }
    union.discriminator = Some(Discriminator::with_mapping(tag, mapping));
}

fn pascal(word: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    word.split(['-', '_']).map(capital).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[test]
    fn every_union_names_its_alternatives() {
        let document = serde_json::to_value(crate::document()).unwrap();
        let mut unions = 0;
        for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
            let alternatives = schema["oneOf"].as_array().into_iter().flatten();
            for alternative in alternatives {
                assert!(alternative["$ref"].is_string() || alternative["title"].is_string(), "{name}: {alternative}");
                unions += 1;
            }
            let mapping = schema["discriminator"]["mapping"].as_object().into_iter().flatten();
            for (value, target) in mapping {
                let target = document.pointer(target.as_str().unwrap().trim_start_matches('#')).unwrap();
                let tag = schema["discriminator"]["propertyName"].as_str().unwrap();
                assert_eq!(target["properties"][tag]["enum"], Value::from(vec![value.as_str()]), "{name}");
            }
        }
        assert!(unions > 15, "{unions}");
    }
}
