//! Parameters that follow from an operation's path and responses, and shared header parameters.

use crate::routing::operations_mut;
use crate::schema::request_header;
use std::collections::BTreeMap;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{OpenApi as Document, Ref, RefOr, Required};

/// Adds the parameters that follow from the shape of an operation: the ids in its path, `Accept-Language`, and
/// `If-None-Match` if it is a GET whose response has an `ETag`.
pub(super) fn complete(document: &mut Document) {
    for (path, item) in super::paths_mut(&mut document.paths) {
        if let Some(get) = item.get.as_mut().filter(|get| has_tag(get)) {
            get.parameters.get_or_insert_default().push(condition().into());
            let unchanged = ResponseBuilder::new().description("Not modified.").build();
            get.responses.responses.insert("304".to_owned(), unchanged.into());
        }
        let has_texts = path.starts_with("/v1/") || path.starts_with("/problems");
        for operation in operations_mut(item) {
            let parameters = operation.parameters.get_or_insert_default();
            let known =
                |id: &Parameter| parameters.iter().any(|one| matches!(one, RefOr::T(one) if one.name == id.name));
            let ids: Vec<_> = ids(path).filter(|id| !known(id)).map(RefOr::T).collect();
            parameters.splice(0..0, ids);
            parameters.extend(has_texts.then(|| language().into()));
        }
    }
}

/// Moves header parameters that several operations take to the components.
pub(super) fn share(document: &mut Document) {
    let mut taken: BTreeMap<String, Vec<(Parameter, usize)>> = BTreeMap::new();
    for own in headers_mut(document) {
        if let RefOr::T(header) = own {
            let known = taken.entry(header.name.clone()).or_default();
            match known.iter_mut().find(|(other, _)| other == header) {
                Some((_, times)) => *times += 1,
                None => known.push((header.clone(), 1)),
            }
        }
    }
    let most = taken.into_values().filter_map(|known| known.into_iter().max_by_key(|(_, times)| *times));
    let shared: Vec<_> = most.filter(|(_, times)| *times > 1).map(|(header, _)| header).collect();
    for own in headers_mut(document) {
        if let RefOr::T(header) = own
            && shared.contains(header)
        {
            *own = RefOr::Ref(Ref::new(format!("#/components/parameters/{}", component(header))));
        }
    }
    let components = document.components.get_or_insert_default();
    components.parameters.extend(shared.into_iter().map(|header| (component(&header), header.into())));
}

fn headers_mut(document: &mut Document) -> impl Iterator<Item = &mut RefOr<Parameter>> {
    let operations = super::paths_mut(&mut document.paths).flat_map(|(_, item)| operations_mut(item));
    operations
        .flat_map(|operation| operation.parameters.iter_mut().flatten())
        .filter(|own| matches!(own, RefOr::T(own) if own.parameter_in == ParameterIn::Header))
}

/// The component name of a header.
fn component(header: &Parameter) -> String {
    header.name.replace('-', "")
}

fn has_tag(operation: &Operation) -> bool {
    let shown = operation.responses.responses.get("200");
    shown.is_some_and(|answer| matches!(answer, RefOr::T(answer) if answer.headers.contains_key("ETag")))
}

fn ids(path: &str) -> impl Iterator<Item = Parameter> {
    let names = path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    names.filter(|name| name.ends_with("Id")).map(|name| {
        let id = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Path).required(Required::True);
        let uuid = SchemaFormat::KnownFormat(KnownFormat::Uuid);
        id.schema(Some(ObjectBuilder::new().schema_type(Type::String).format(Some(uuid)))).build()
    })
}

fn condition() -> Parameter {
    let known = "The `ETag` of the response you have: 304 without a body if it is still current.";
    request_header("If-None-Match", Required::False, known, ObjectBuilder::new())
}

fn language() -> Parameter {
    let texts = "Language of texts for people: Dutch (`nl`, the default) or English (`en`).";
    request_header("Accept-Language", Required::False, texts, ObjectBuilder::new().examples(["en"]))
}
