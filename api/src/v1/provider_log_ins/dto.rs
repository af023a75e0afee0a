use crate::client_address::ClientNetwork;
use crate::schema;
use chrono::{DateTime, Utc};
use domain::provider_log_ins::{Begun, Callback, With};
use domain::sessions::SessionKind;
use domain::{Secret, ShortText};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

/// A log-in to begin.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct BeginProviderLogIn {
    /// The identity provider.
    pub(super) provider_id: Uuid,
    /// Whether you must authenticate there again, though you are logged in: the session is then confirmed.
    #[serde(default)]
    #[schema(example = false)]
    pub(super) again: bool,
}

/// A log-in that has begun. The browser goes to the address, and keeps the secret in its session storage until it is back.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = BegunProviderLogIn)]
pub(in crate::v1) struct BegunView {
    /// Where the browser goes.
    #[schema(example = "https://login.example.nl/authorize?response_type=code&client_id=omringd")]
    authorization_url: String,
    /// Send it when the browser is back; without it, nobody can finish the log-in.
    secret: String,
    /// Until when it can be finished.
    expires_at: DateTime<Utc>,
}

impl fmt::Debug for BegunView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BegunView")
    }
}

impl From<Begun> for BegunView {
    fn from(begun: Begun) -> Self {
        Self {
            authorization_url: begun.address,
            secret: begun.secret.expose().to_owned(),
            expires_at: begun.expires_at,
        }
    }
}

/// What the identity provider sent to the front end, with the secret that the browser kept.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = ProviderCallback)]
pub(in crate::v1) struct CallbackBody {
    /// The identity provider, from the path to which the browser returned.
    provider_id: Uuid,
    /// `code` of the query.
    #[schema(min_length = 1, max_length = 4096, example = "SplxlOBeZQQYbYS6WxSbIA")]
    code: String,
    /// `state` of the query.
    #[schema(min_length = 1, max_length = 100, example = "af0ifjsldkj")]
    state: String,
    /// `iss` of the query, if it has one.
    #[schema(value_type = String, required = false, min_length = 1, max_length = 500, example = "https://login.example.nl")]
    iss: Option<String>,
    /// The secret of the log-in that has begun.
    #[schema(min_length = 1, max_length = 100, example = "yq0kzXKm8dS1XQe4f1yRxGkV6s8m1nJw2lT0o3pQ5uA")]
    secret: String,
}

impl fmt::Debug for CallbackBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallbackBody")
    }
}

impl From<CallbackBody> for Callback {
    fn from(body: CallbackBody) -> Self {
        Self {
            provider: body.provider_id.into(),
            code: Secret::new(body.code),
            state: Secret::new(body.state),
            issuer: body.iss,
            secret: Secret::new(body.secret),
        }
    }
}

/// A log-in to finish.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CompleteProviderLogIn {
    /// What the identity provider sent.
    pub(super) callback: CallbackBody,
    /// What the session is for; a browser if absent.
    #[serde(default = "browser")]
    #[schema(value_type = schema::SessionKind, required = false, example = "browser")]
    kind: SessionKind,
    /// Your name for the browser or device. If absent, its `User-Agent`.
    #[schema(value_type = schema::ShortText, required = false, example = "Werkplek 12")]
    device_name: Option<ShortText>,
    /// Whether the refresh token comes as a cookie that scripts cannot read, instead of in the response.
    #[serde(default)]
    #[schema(example = false)]
    pub(super) cookie: bool,
}

fn browser() -> SessionKind {
    SessionKind::Browser
}

impl CompleteProviderLogIn {
    /// The callback, and the session from this network, of a client that calls itself so.
    pub(super) fn from(self, network: ClientNetwork, user_agent: Option<&str>) -> (Callback, With) {
        let named = || ShortText::new(user_agent?.chars().take(200).collect::<String>()).ok();
        let device_name = self.device_name.or_else(named);
        (self.callback.into(), With { kind: self.kind, device_name, network: Some(network.to_string()) })
    }
}
