//! The documented schemas, as validators of bodies and queries: the document and the behaviour cannot differ (ADR 2).

mod faults;
mod rules;

use crate::problem::{FieldProblem, MOST_ERRORS, Problem};
use crate::schema::TextFormat;
use jsonschema::Validator;
pub(crate) use rules::annotate;
use serde_json::{Map, Value, json};
use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};
use utoipa::openapi::path::ParameterIn;
use utoipa::{IntoParams, ToSchema};

/// Marks a parameter whose values are separated by commas.
pub(crate) const COMMAS: &str = "x-commas";

static SCHEMAS: LazyLock<RwLock<HashMap<TypeId, Arc<Schema>>>> = LazyLock::new(RwLock::default);

/// A documented schema, compiled once.
#[derive(Debug)]
pub(crate) struct Schema {
    validator: Validator,
    /// The documented schema; of an object, with its properties.
    json: Value,
}

impl Schema {
    /// The schema of a body or a part of one.
    pub(crate) fn of<T: ToSchema + 'static>() -> Result<Arc<Self>, Problem> {
        compiled(TypeId::of::<T>(), body::<T>)
    }

    /// The schema of the parameters of a query, as an object. Their schemas are inline: a parameter has no components.
    pub(crate) fn of_query<T: IntoParams + 'static>() -> Result<Arc<Self>, Problem> {
        compiled(TypeId::of::<T>(), query::<T>)
    }

    /// All reported errors of the value.
    pub(crate) fn errors(&self, value: &Value) -> Vec<FieldProblem> {
        let found: Vec<_> = self.validator.iter_errors(value).take(MOST_ERRORS).collect();
        faults::told(&found)
    }

    /// The first error of the value. The validator would collect all of them first, of which a large value may have
    /// millions.
    pub(crate) fn first_error(&self, value: &Value) -> Vec<FieldProblem> {
        let found: Vec<_> = self.validator.validate(value).err().into_iter().collect();
        faults::told(&found)
    }

    /// The schema of a member.
    pub(crate) fn property(&self, name: &str) -> Option<&Value> {
        self.json["properties"].get(name)
    }

    /// The maximum number of items of a list member.
    pub(crate) fn max_items(&self, member: &str) -> usize {
        let most = self.property(member).and_then(|list| list["maxItems"].as_u64()?.try_into().ok());
        most.unwrap_or(usize::MAX)
    }
}

fn compiled(id: TypeId, compile: fn() -> Result<Schema, Problem>) -> Result<Arc<Schema>, Problem> {
    let known = SCHEMAS.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
    if let Some(schema) = known {
        return Ok(schema);
    }
    let schema = Arc::new(compile()?);
    SCHEMAS.write().unwrap_or_else(PoisonError::into_inner).insert(id, Arc::clone(&schema));
    Ok(schema)
}

fn body<T: ToSchema>() -> Result<Schema, Problem> {
    let mut schemas = vec![(T::name().into_owned(), T::schema())];
    T::schemas(&mut schemas);
    schemas.iter_mut().for_each(|(name, schema)| annotate(name, schema));
    let schemas: HashMap<_, _> = schemas.into_iter().collect();
    let schema = json!({
        "$ref": format!("#/components/schemas/{}", T::name()),
        "components": { "schemas": schemas },
    });
    Ok(Schema { validator: validator(&schema)?, json: json!(T::schema()) })
}

fn query<T: IntoParams>() -> Result<Schema, Problem> {
    let parameters = T::into_params(|| Some(ParameterIn::Query)).into_iter();
    let parameters: Vec<Value> = parameters.map(|parameter| json!(parameter)).collect();
    let property = |parameter: &Value| {
        let mut schema = parameter["schema"].clone();
        if parameter["explode"] == false {
            schema[COMMAS] = Value::Bool(true);
        }
        Some((parameter["name"].as_str()?.to_owned(), schema))
    };
    let properties: Map<_, _> = parameters.iter().filter_map(property).collect();
    let required = parameters.iter().filter(|parameter| parameter["required"] == true);
    let required: Vec<_> = required.map(|parameter| &parameter["name"]).collect();
    let json = json!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false,
    });
    Ok(Schema { validator: validator(&json)?, json })
}

fn validator(schema: &Value) -> Result<Validator, Problem> {
    let options = TextFormat::ALL.into_iter().fold(jsonschema::options(), |options, format| {
        options.with_format(format.name(), move |text| format.fault(text).is_none())
    });
    let options = options.with_keyword(rules::KEYWORD, |_, says, _| rules::keyword(says));
    Ok(options.should_validate_formats(true).build(schema).map_err(domain::Error::internal)?)
}
