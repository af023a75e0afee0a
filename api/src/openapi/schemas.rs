//! Schemas in the shape that client generators handle best.

use crate::validation::annotate;
use utoipa::openapi::schema::{ArrayItems, Schema};
use utoipa::openapi::{OpenApi as Document, Ref, RefOr};

pub(super) fn tidy(document: &mut Document) {
    refer_to_items(document);
    let schemas = &mut document.components.get_or_insert_default().schemas;
    schemas.values_mut().for_each(lift_description);
    schemas.iter_mut().for_each(|(name, schema)| annotate(name, schema));
}

/// The name of the schema that a reference points to.
pub(super) fn name_of(reference: &Ref) -> Option<&str> {
    reference.ref_location.strip_prefix("#/components/schemas/")
}

/// Replaces the inlined item schema of each list by a reference, so that generators make one type.
fn refer_to_items(document: &mut Document) {
    let schemas = &mut document.components.get_or_insert_default().schemas;
    let items: Vec<_> = schemas
        .keys()
        .filter_map(|list| Some(list.strip_prefix("List_")?.to_owned()))
        .filter(|item| schemas.contains_key(item))
        .collect();
    for item in items {
        if let Some(RefOr::T(Schema::Object(list))) = schemas.get_mut(&format!("List_{item}"))
            && let Some(RefOr::T(Schema::Array(array))) = list.properties.get_mut("items")
        {
            array.items = ArrayItems::RefOrSchema(Box::new(Ref::from_schema_name(item).into()));
        }
    }
}

/// Moves the description of a nullable member from the alternative to the member, where generators read it.
fn lift_description(schema: &mut RefOr<Schema>) {
    let RefOr::T(schema) = schema else { return };
    match schema {
        Schema::Object(object) => object.properties.values_mut().for_each(lift_description),
        Schema::Array(array) => {
            if let ArrayItems::RefOrSchema(items) = &mut array.items {
                lift_description(items);
            }
        }
        Schema::AllOf(all) => all.items.iter_mut().for_each(lift_description),
        Schema::AnyOf(any) => any.items.iter_mut().for_each(lift_description),
        Schema::OneOf(one) => {
            one.items.iter_mut().for_each(lift_description);
            if let [RefOr::Ref(thing), RefOr::T(_)] = one.items.as_mut_slice()
                && one.description.is_none()
                && !thing.description.is_empty()
            {
                one.description = Some(std::mem::take(&mut thing.description));
            }
        }
        // Future kinds of schema.
        _ => {}
    }
}
