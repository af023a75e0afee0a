//! Examples of bodies and answers, recorded from the service by `tests/it/examples.rs`.

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use utoipa::openapi::schema::{ArrayItems, Schema};
use utoipa::openapi::{Content, OpenApi as Document, RefOr};

const RECORDED: &str = include_str!("../../../openapi/examples.json");

/// What an operation was sent and answered.
#[derive(Debug, Deserialize)]
struct Exchange {
    request: Option<Value>,
    response: Option<Value>,
}

type Schemas = BTreeMap<String, RefOr<Schema>>;

/// Gives every operation the example recorded of it, and every schema one that is part of those.
pub(super) fn add(document: &mut Document) {
    let mut recorded: BTreeMap<String, Exchange> = serde_json::from_str(RECORDED).unwrap_or_default();
    let schemas = &mut document.components.get_or_insert_default().schemas;
    let mut found = BTreeMap::new();
    let operations = document.paths.paths.values_mut().flat_map(|item| {
        [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten()
    });
    for operation in operations {
        let Some(exchange) = operation.operation_id.as_deref().and_then(|id| recorded.remove(id)) else { continue };
        if let (Some(RefOr::T(body)), Some(request)) = (&mut operation.request_body, exchange.request) {
            // A file is its own example.
            let read =
                body.content.iter_mut().filter(|(kind, _)| kind.ends_with("json") || kind.ends_with("form-urlencoded"));
            read.for_each(|(_, content)| show(content, &request, schemas, &mut found));
        }
        let answers = operation.responses.responses.iter_mut().filter(|(status, _)| status.starts_with('2'));
        for (_, answer) in answers {
            let (RefOr::T(answer), Some(response)) = (answer, &exchange.response) else { continue };
            let json = answer.content.get_mut("application/json");
            json.into_iter().for_each(|content| show(content, response, schemas, &mut found));
        }
    }
    for (name, example) in found {
        if let Some(RefOr::T(Schema::Object(schema))) = schemas.get_mut(&name)
            && schema.examples.is_empty()
            && schema.enum_values.is_none()
        {
            schema.examples = vec![example];
        }
    }
}

fn show(content: &mut RefOr<Content>, example: &Value, schemas: &Schemas, found: &mut BTreeMap<String, Value>) {
    let RefOr::T(content) = content else { return };
    match &content.schema {
        // The whole stands at the operation; what it is made of at the schemas.
        Some(RefOr::Ref(whole)) => {
            let name = whole.ref_location.strip_prefix("#/components/schemas/").unwrap_or_default();
            schemas.get(name).into_iter().for_each(|schema| collect(schema, example, schemas, found));
        }
        Some(schema) => collect(schema, example, schemas, found),
        None => {}
    }
    content.example = Some(example.clone());
}

/// The first example of each schema that is part of this one.
fn collect(schema: &RefOr<Schema>, example: &Value, schemas: &Schemas, found: &mut BTreeMap<String, Value>) {
    match schema {
        RefOr::Ref(reference) => {
            let Some(name) = reference.ref_location.strip_prefix("#/components/schemas/") else { return };
            found.entry(name.to_owned()).or_insert_with(|| example.clone());
            if let Some(schema) = schemas.get(name) {
                collect(schema, example, schemas, found);
            }
        }
        RefOr::T(Schema::Object(object)) => {
            for (name, property) in &object.properties {
                if let Some(value) = example.get(name) {
                    collect(property, value, schemas, found);
                }
            }
        }
        RefOr::T(Schema::Array(array)) => {
            if let ArrayItems::RefOrSchema(items) = &array.items {
                example.as_array().into_iter().flatten().for_each(|item| collect(items, item, schemas, found));
            }
        }
        RefOr::T(Schema::AllOf(all)) => all.items.iter().for_each(|part| collect(part, example, schemas, found)),
        RefOr::T(Schema::OneOf(one)) => {
            let named = one.discriminator.as_ref().and_then(|by| {
                let target = by.mapping.get(example.get(&by.property_name)?.as_str()?)?;
                one.items.iter().find(|item| matches!(item, RefOr::Ref(item) if item.ref_location == *target))
            });
            let not_null = || one.items.iter().find(|item| !example.is_null() && matches!(item, RefOr::Ref(_)));
            if let Some(schema) = named.or_else(not_null) {
                collect(schema, example, schemas, found);
            }
        }
        RefOr::T(_) => {}
    }
}
