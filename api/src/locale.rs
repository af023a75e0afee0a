//! Dutch and English, chosen per request.

use actix_web::HttpMessage;
use actix_web::http::header::{ACCEPT_LANGUAGE, AcceptLanguage, Header, Preference};
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// A language the service speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    /// Dutch, the default: the people it is about speak it.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// The first language of `Accept-Language`, by preference, that the service speaks.
    pub(crate) fn of(request: &impl HttpMessage) -> Self {
        if !request.headers().contains_key(ACCEPT_LANGUAGE) {
            return Self::default();
        }
        let ranked = AcceptLanguage::parse(request).map(|accepted| accepted.ranked()).unwrap_or_default();
        ranked
            .iter()
            .find_map(|wanted| match wanted {
                Preference::Any => Some(Self::default()),
                Preference::Specific(tag) => match tag.primary_language() {
                    "nl" => Some(Self::Dutch),
                    "en" => Some(Self::English),
                    _ => None,
                },
            })
            .unwrap_or_default()
    }

    /// The language's code.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The message with this key, if there is one.
    pub(crate) fn message(self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = match self {
            Self::Dutch => &*DUTCH,
            Self::English => &*ENGLISH,
        };
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
    }
}

type Bundle = FluentBundle<FluentResource>;

static DUTCH: LazyLock<Bundle> = LazyLock::new(|| bundle("nl", include_str!("../locales/nl.ftl")));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle("en", include_str!("../locales/en.ftl")));

fn bundle(code: &str, source: &str) -> Bundle {
    let language: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // A message that does not parse is missing, and the test below fails; the service speaks on without it.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(parsed, _)| parsed);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}
