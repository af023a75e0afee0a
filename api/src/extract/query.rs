use crate::problem::{FieldProblem, Place};
use actix_web::web;
use domain::FieldCode;
use std::collections::BTreeSet;

/// The outcome of a parameter: `None` if it is unknown, else accepted or refused with a code.
pub(crate) type Taken = Option<Result<(), FieldCode>>;

/// Offers each parameter of a query to `take`, and returns everything wrong with it: parameters that are unknown, refused,
/// or repeated though not `repeatable`.
pub(crate) fn read_query(
    query: &str,
    repeatable: &[&str],
    mut take: impl FnMut(&str, &str) -> Taken,
) -> Vec<FieldProblem> {
    let pairs = web::Query::<Vec<(String, String)>>::from_query(query);
    let (mut seen, mut errors) = (BTreeSet::new(), Vec::new());
    for (name, value) in pairs.map(web::Query::into_inner).unwrap_or_default() {
        if seen.contains(&name) && !repeatable.contains(&name.as_str()) {
            errors.push(in_query(&name, FieldCode::Duplicate));
            continue;
        }
        match take(&name, &value) {
            Some(Ok(())) => {}
            Some(Err(code)) => errors.push(in_query(&name, code)),
            None => errors.push(in_query(&name, FieldCode::UnknownMember)),
        }
        seen.insert(name);
    }
    errors
}

/// An error about a parameter of the query.
fn in_query(name: &str, code: FieldCode) -> FieldProblem {
    let pointer = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
    FieldProblem { place: Place::Query, pointer, code }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_of_a_query_is_found_and_a_repeated_parameter_is_one() {
        let errors = |query: &str| -> Vec<_> {
            let take = |name: &str, value: &str| match name {
                "limit" | "status" => Some(value.parse::<u8>().map(|_| ()).map_err(|_| FieldCode::Type)),
                _ => None,
            };
            read_query(query, &["status"], take)
                .into_iter()
                .map(|error| format!("{} {}", error.pointer, error.code))
                .collect()
        };
        assert!(errors("").is_empty() && errors("limit=1").is_empty() && errors("limit=1&").is_empty());
        assert_eq!(errors("limit=1&limit=1"), ["/limit duplicate"]);
        assert!(errors("status=1&status=2").is_empty());
        assert_eq!(errors("limit=1&l%69mit=2"), ["/limit duplicate"]);
        assert_eq!(errors("limit=x&a/b=1&limit=2"), ["/limit type", "/a~1b unknown-member", "/limit duplicate"]);
    }
}
