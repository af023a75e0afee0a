use crate::problem::{FieldProblem, Place, Problem, escaped};
use crate::validation::{COMMAS, Schema};
use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use domain::FieldCode;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::future::{Ready, ready};
use utoipa::IntoParams;

/// A query that satisfies the documented schemas of its parameters. Reports all errors.
#[derive(Debug)]
pub(crate) struct ValidQuery<T>(pub(crate) T);

impl<T: DeserializeOwned + IntoParams + 'static> FromRequest for ValidQuery<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read_query(&pairs(request.query_string())).map(Self))
    }
}

/// A query as [`ValidQuery`] that ignores unknown parameters.
#[derive(Debug)]
pub(crate) struct LenientQuery<T>(pub(crate) T);

impl<T: DeserializeOwned + IntoParams + 'static> FromRequest for LenientQuery<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let read = Schema::of_query::<T>().and_then(|schema| {
            let ours = pairs(request.query_string()).into_iter().filter(|(name, _)| schema.property(name).is_some());
            read_query(&ours.collect::<Vec<_>>())
        });
        ready(read.map(Self))
    }
}

/// A parameter of a query, decoded.
pub(super) type Pair = (String, String);

/// The parameters in their order.
pub(super) fn pairs(query: &str) -> Vec<Pair> {
    web::Query::from_query(query).map(web::Query::into_inner).unwrap_or_default()
}

/// # Errors
/// 400 with everything wrong with the query.
pub(super) fn read_query<T: DeserializeOwned + IntoParams + 'static>(pairs: &[Pair]) -> Result<T, Problem> {
    let schema = Schema::of_query::<T>()?;
    let (parameters, mut errors) = object(pairs, &schema);
    let parameters = Value::Object(parameters);
    for error in schema.errors(&parameters) {
        // Point to the parameter, not to one of its values.
        let pointer = error.pointer.split_inclusive('/').take(2).collect::<String>();
        let pointer = pointer.strip_suffix('/').unwrap_or(&pointer).to_owned();
        if !errors.iter().any(|known| known.pointer == pointer && known.code == error.code) {
            errors.push(FieldProblem { pointer, ..error });
        }
    }
    if !errors.is_empty() {
        return Err(Problem::invalid(errors).in_query());
    }
    serde_json::from_value(parameters)
        .map_err(|_| Problem::invalid(vec![FieldProblem::new(Place::Query, "", FieldCode::Invalid)]))
}

/// The parameters as an object, converted to the types in the schema, and errors for repeated parameters that are not
/// lists.
fn object(pairs: &[Pair], schema: &Schema) -> (Map<String, Value>, Vec<FieldProblem>) {
    let (mut object, mut errors) = (Map::new(), Vec::new());
    for (name, text) in pairs {
        let property = schema.property(name).unwrap_or(&Value::Null);
        let item = &property["items"];
        match object.get_mut(name) {
            Some(Value::Array(items)) => items.push(typed(text, item)),
            Some(_) => {
                errors.push(FieldProblem::new(Place::Query, format!("/{}", escaped(name)), FieldCode::Duplicate));
            }
            None => {
                let value = if item.is_null() {
                    typed(text, property)
                } else if property[COMMAS] == true {
                    text.split(',').filter(|_| !text.is_empty()).map(|word| typed(word, item)).collect()
                } else {
                    Value::Array(vec![typed(text, item)])
                };
                object.insert(name.clone(), value);
            }
        }
    }
    (object, errors)
}

fn typed(text: &str, schema: &Value) -> Value {
    let is = |name: &str| {
        schema["type"] == name || schema["type"].as_array().is_some_and(|types| types.iter().any(|one| one == name))
    };
    let number = || is("integer").then(|| text.parse::<i64>().ok().map(Value::from)).flatten();
    let choice = || is("boolean").then(|| text.parse::<bool>().ok().map(Value::from)).flatten();
    number().or_else(choice).unwrap_or_else(|| Value::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, IntoParams)]
    #[into_params(parameter_in = Query)]
    #[expect(dead_code, reason = "only its errors are looked at")]
    struct Parameters {
        #[param(minimum = 1, maximum = 200)]
        limit: Option<u16>,
        #[param(inline)]
        status: Option<Vec<u8>>,
        unused: Option<bool>,
    }

    #[test]
    fn every_error_of_a_query_is_found_and_a_repeated_parameter_is_one() {
        let errors = |query: &str| -> Vec<_> {
            let errors = read_query::<Parameters>(&pairs(query)).map_or_else(|problem| problem.errors, |_| Vec::new());
            assert!(errors.iter().all(|error| error.place == Place::Query));
            errors.into_iter().map(|error| format!("{} {}", error.pointer, error.code)).collect()
        };
        assert!(errors("").is_empty() && errors("limit=1").is_empty() && errors("limit=1&").is_empty());
        assert_eq!(errors("limit=1&limit=1"), ["/limit duplicate"]);
        assert!(errors("status=1&status=2&unused=true").is_empty());
        assert_eq!(errors("limit=1&l%69mit=2"), ["/limit duplicate"]);
        assert_eq!(errors("limit=201&unused=yes"), ["/limit too-large", "/unused type"]);
        assert_eq!(errors("limit=x&a/b=1&limit=2"), ["/limit duplicate", "/limit type", "/a~1b unknown-member"]);
    }
}
