//! Language and audience of sentences in responses.

use crate::locale;
use crate::schema;
use actix_web::HttpRequest;
use domain::vocabulary::{Audience, Language};
use fluent_bundle::FluentArgs;
use serde::Deserialize;
use utoipa::IntoParams;

/// The query of operations that return sentences.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AudienceQuery {
    /// Whom the sentences address. With `client` they say "you", with `coach` "the client". The default is `client` for
    /// the client and `coach` for others. Use `client` if a coach shows the screen to the client.
    #[param(inline, value_type = Option<schema::Audience>)]
    pub(crate) audience: Option<Audience>,
}

impl AudienceQuery {
    /// The localizer of the response to this request. It addresses the caller unless the query states an audience.
    pub(crate) fn voice(self, request: &HttpRequest, caller: Audience) -> Localizer {
        Localizer { language: locale::language(request), audience: self.audience.unwrap_or(caller) }
    }
}

/// Language and audience of sentences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Localizer {
    pub(crate) language: Language,
    pub(crate) audience: Audience,
}

impl Localizer {
    /// The sentence with this key, for this audience.
    pub(crate) fn say(self, key: &str, args: &FluentArgs<'_>) -> String {
        let sentence = match self.audience {
            Audience::Client => locale::message(self.language, key, Some(args)),
            Audience::Coach => locale::message_to_coach(self.language, key, Some(args)),
        };
        sentence.unwrap_or_default()
    }
}
