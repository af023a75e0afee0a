//! Examples of bodies and responses, recorded from the service by `tests/it/examples.rs`.

use super::schemas::name_of;
use crate::problem::ProblemView;
use crate::routing::operations_mut;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa::openapi::schema::{ArrayItems, Schema};
use utoipa::openapi::{Content, OpenApi as Document, Ref, RefOr};

const RECORDED: &str = include_str!("../../../openapi/examples.json");

/// A recorded request and response of an operation.
#[derive(Debug, Deserialize)]
struct Exchange {
    request: Option<Value>,
    response: Option<Value>,
    /// Further responses, for schemas that do not occur in the first.
    #[serde(default)]
    others: Vec<Value>,
}

/// The key of a recorded refused request, which belongs to no operation.
const REFUSED: &str = "refused";

type Schemas = BTreeMap<String, RefOr<Schema>>;

/// Adds the recorded example to every operation, and to every schema its part of one.
pub(super) fn add(document: &mut Document) {
    let mut recorded: BTreeMap<String, Exchange> = serde_json::from_str(RECORDED).unwrap_or_default();
    let schemas = &mut document.components.get_or_insert_default().schemas;
    let mut found = BTreeMap::new();
    if let Some(problem) = recorded.remove(REFUSED).and_then(|refused| refused.response) {
        collect(&Ref::from_schema_name(ProblemView::name()).into(), &problem, schemas, &mut found);
    }
    let operations = document.paths.paths.values_mut().flat_map(operations_mut);
    for operation in operations {
        let Some(exchange) = operation.operation_id.as_deref().and_then(|id| recorded.remove(id)) else { continue };
        if let (Some(RefOr::T(body)), Some(request)) = (&mut operation.request_body, exchange.request) {
            // Files have no recorded example.
            let read =
                body.content.iter_mut().filter(|(kind, _)| kind.ends_with("json") || kind.ends_with("form-urlencoded"));
            read.for_each(|(_, content)| show(content, &request, schemas, &mut found));
        }
        let answers = operation.responses.responses.iter_mut().filter(|(status, _)| status.starts_with('2'));
        for (_, answer) in answers {
            let RefOr::T(answer) = answer else { continue };
            if let (Some(content), Some(response)) = (answer.content.get_mut("application/json"), &exchange.response) {
                show(content, response, schemas, &mut found);
            }
            let schema = answer.content.values().find_map(|content| match content {
                RefOr::T(content) => content.schema.as_ref(),
                RefOr::Ref(_) => None,
            });
            // Of the whole schema they have only some members.
            for other in &exchange.others {
                schema.into_iter().for_each(|schema| collect(inside(schema, schemas), other, schemas, &mut found));
            }
        }
    }
    for (name, example) in found {
        match schemas.get_mut(&name) {
            Some(RefOr::T(Schema::Object(schema))) if schema.examples.is_empty() && schema.enum_values.is_none() => {
                schema.examples = vec![example];
            }
            Some(RefOr::T(Schema::AllOf(schema))) => schema.examples = vec![example],
            Some(RefOr::T(Schema::OneOf(schema))) => schema.examples = vec![example],
            _ => {}
        }
    }
}

fn show(content: &mut RefOr<Content>, example: &Value, schemas: &Schemas, found: &mut BTreeMap<String, Value>) {
    let RefOr::T(content) = content else { return };
    // The operation shows the whole example, the schemas their parts.
    if let Some(schema) = &content.schema {
        collect(inside(schema, schemas), example, schemas, found);
    }
    content.example = Some(example.clone());
}

/// The schema that a reference names.
fn inside<'a>(schema: &'a RefOr<Schema>, schemas: &'a Schemas) -> &'a RefOr<Schema> {
    let RefOr::Ref(reference) = schema else { return schema };
    name_of(reference).and_then(|name| schemas.get(name)).unwrap_or(schema)
}

/// Collects the first example of each schema within this one.
fn collect(schema: &RefOr<Schema>, example: &Value, schemas: &Schemas, found: &mut BTreeMap<String, Value>) {
    match schema {
        RefOr::Ref(reference) => {
            let Some(name) = name_of(reference) else { return };
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
            if let Some(schema) = named.or_else(|| one.items.iter().find(|item| fits(item, example, schemas))) {
                collect(schema, example, schemas, found);
            }
        }
        RefOr::T(_) => {}
    }
}

/// Whether the example has the required members of this alternative.
fn fits(alternative: &RefOr<Schema>, example: &Value, schemas: &Schemas) -> bool {
    let RefOr::Ref(reference) = alternative else { return false };
    let name = name_of(reference).unwrap_or_default();
    match schemas.get(name) {
        Some(RefOr::T(Schema::Object(object))) => {
            object.required.iter().all(|member| example.get(member).is_some()) && !example.is_null()
        }
        _ => !example.is_null(),
    }
}
