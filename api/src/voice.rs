//! In which language an answer speaks, and to whom.

use crate::extract::read_query;
use crate::locale;
use crate::problem::Problem;
use crate::schema;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::FieldCode;
use domain::vocabulary::{Audience, Language};
use fluent_bundle::FluentArgs;
use std::future::{Ready, ready};
use utoipa::IntoParams;

/// The query of answers with sentences.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AudienceQuery {
    /// Whom the sentences address. `client`: "you". `coach`: they speak of "the client". Without it, `client` for the client and
    /// `coach` for others. A coach who shows the screen to the client asks for `client`.
    #[param(inline, value_type = Option<schema::Audience>)]
    #[expect(dead_code, reason = "read by Addressee; here for the documentation")]
    audience: Option<Audience>,
}

/// Whom the sentences are to address, if the query says so.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Addressee(Option<Audience>);

impl Addressee {
    /// Takes the parameter `audience`.
    pub(crate) fn take(&mut self, value: &str) -> Result<(), FieldCode> {
        self.0 = Some(value.parse().map_err(|_| FieldCode::Enum)?);
        Ok(())
    }

    /// The voice of an answer to this request, which addresses the caller unless the query says otherwise.
    pub(crate) fn voice(self, request: &HttpRequest, caller: Audience) -> Voice {
        Voice { language: locale::language(request), audience: self.0.unwrap_or(caller) }
    }
}

impl FromRequest for Addressee {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut addressee = Self::default();
        let errors = read_query(request.query_string(), &[], |name, value| match name {
            "audience" => Some(addressee.take(value)),
            _ => None,
        });
        ready(if errors.is_empty() { Ok(addressee) } else { Err(Problem::invalid(errors)) })
    }
}

/// The language of sentences, and whom they address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Voice {
    pub(crate) language: Language,
    pub(crate) audience: Audience,
}

impl Voice {
    /// The sentence with this key, to this audience.
    pub(crate) fn say(self, key: &str, args: &FluentArgs<'_>) -> String {
        let sentence = match self.audience {
            Audience::Client => locale::message(self.language, key, Some(args)),
            Audience::Coach => locale::message_to_coach(self.language, key, Some(args)),
        };
        sentence.unwrap_or_default()
    }
}
