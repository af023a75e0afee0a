//! In which language an answer speaks, and to whom.

use crate::locale;
use crate::schema;
use actix_web::HttpRequest;
use domain::vocabulary::{Audience, Language};
use fluent_bundle::FluentArgs;
use serde::Deserialize;
use utoipa::IntoParams;

/// The query of answers with sentences.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AudienceQuery {
    /// Whom the sentences address. `client`: "you". `coach`: they speak of "the client". Without it, `client` for the client and
    /// `coach` for others. A coach who shows the screen to the client asks for `client`.
    #[param(inline, value_type = Option<schema::Audience>)]
    pub(crate) audience: Option<Audience>,
}

impl AudienceQuery {
    /// The voice of an answer to this request, which addresses the caller unless the query says otherwise.
    pub(crate) fn voice(self, request: &HttpRequest, caller: Audience) -> Localizer {
        Localizer { language: locale::language(request), audience: self.audience.unwrap_or(caller) }
    }
}

/// The language of sentences, and whom they address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Localizer {
    pub(crate) language: Language,
    pub(crate) audience: Audience,
}

impl Localizer {
    /// The sentence with this key, to this audience.
    pub(crate) fn say(self, key: &str, args: &FluentArgs<'_>) -> String {
        let sentence = match self.audience {
            Audience::Client => locale::message(self.language, key, Some(args)),
            Audience::Coach => locale::message_to_coach(self.language, key, Some(args)),
        };
        sentence.unwrap_or_default()
    }
}
