use super::problem::invalid;
use crate::problem::Problem;
use domain::FieldCode;
use domain::provisioned_members::{Condition, Filter};
use scim_v2::filter::{AttrExp, AttrPath, CompValue, CompareOp, Filter as Expression};
use scim_v2::models::errors::ScimType;
use scim_v2::schema_urns;

/// Maximum length of a filter in bytes.
const LIMIT: usize = 500;

/// Reads a filter: `userName`, `externalId` and `active` with `eq`, and several of them with `and`.
///
/// # Errors
/// 400 `invalidFilter` for any other.
pub(super) fn read(text: &str) -> Result<Filter, Problem> {
    if text.len() > LIMIT {
        return Err(invalid(ScimType::InvalidFilter, "filter", FieldCode::TooLong(LIMIT)));
    }
    let expression: Expression = text.parse().map_err(|_| unsupported())?;
    let mut filter = Filter::default();
    add(&expression, &mut filter)?;
    Ok(filter)
}

/// The parser bounds the depth and the number of terms.
fn add(expression: &Expression, to: &mut Filter) -> Result<(), Problem> {
    match expression {
        Expression::And(all) => all.iter().try_for_each(|one| add(one, to)),
        Expression::Attr(AttrExp::Comparison(path, CompareOp::Eq, value)) => {
            to.require(condition(path, value).ok_or_else(unsupported)?);
            Ok(())
        }
        Expression::Attr(AttrExp::Comparison(..) | AttrExp::Present(_))
        | Expression::ValuePath(_)
        | Expression::Not(_)
        | Expression::Or(_) => Err(unsupported()),
    }
}

fn condition(path: &AttrPath, value: &CompValue) -> Option<Condition> {
    if path.uri.as_ref().is_some_and(|uri| !uri.eq_ignore_ascii_case(schema_urns::USER)) || path.sub_attr.is_some() {
        return None;
    }
    let named = |name: &str| path.name.eq_ignore_ascii_case(name);
    match value {
        CompValue::Str(text) if named("userName") => Some(Condition::UserName(text.clone())),
        CompValue::Str(text) if named("externalId") => Some(Condition::ExternalId(text.clone())),
        CompValue::True if named("active") => Some(Condition::Active(true)),
        CompValue::False if named("active") => Some(Condition::Active(false)),
        // As some identity providers write it.
        CompValue::Str(text) if named("active") => text.to_ascii_lowercase().parse().ok().map(Condition::Active),
        CompValue::Str(_) | CompValue::True | CompValue::False | CompValue::Null | CompValue::Number(_) => None,
    }
}

fn unsupported() -> Problem {
    invalid(ScimType::InvalidFilter, "filter", FieldCode::Invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equalities_and_their_conjunction_are_read() {
        let filter = read(r#"USERNAME Eq "Jan@A.test" and externalId eq "7" AND active eq true"#).unwrap();
        let expected = Filter {
            user_name_key: Some("jan@a.test".to_owned()),
            external_id: Some("7".to_owned()),
            active: Some(true),
            nothing: false,
        };
        assert_eq!(filter, expected);
        assert_eq!(read(r#"active eq "False""#).unwrap().active, Some(false));
        assert!(read(r#"urn:ietf:params:scim:schemas:core:2.0:User:userName eq "jan""#).is_ok());
        assert!(read(r#"active eq true and active eq false"#).unwrap().nothing);
    }

    #[test]
    fn anything_else_is_refused() {
        let deep = format!("{}active eq true{}", "(".repeat(100), ")".repeat(100));
        let long = format!(r#"userName eq "{}""#, "x".repeat(LIMIT));
        for text in [
            "",
            "userName",
            "userName pr",
            r#"userName co "j""#,
            r#"userName eq "j" or active eq true"#,
            r#"not (userName eq "j")"#,
            r#"emails[type eq "work"]"#,
            r#"name.familyName eq "j""#,
            r#"title eq "j""#,
            "userName eq 1",
            "active eq null",
            &deep,
            &long,
        ] {
            assert_eq!(read(text).unwrap_err().scim_type, Some(ScimType::InvalidFilter), "{text}");
        }
    }
}
