//! OpenID Connect, as a client of the identity providers of organisations.
//!
//! What a provider says is checked here, strictly; that a log-in is finished once is for the database to say. A refusal never
//! says what was wrong: the log does, with ids.

mod client_key;
mod discovery;
mod id_token;
mod logout_token;
mod verified;

use crate::auth::SystemSecrets;
use crate::config::HttpUrl;
use crate::current_request::Served;
use crate::oauth2::KeySets;
use crate::outbound::{FetchError, Outbound};
use actix_web::web::Data;
use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use client_key::ASSERTION_TYPE;
pub(crate) use client_key::ClientKey;
use discovery::{Discovery, Metadata};
use domain::ports::Secrets;
use domain::provider_log_ins::{Authorization, Claims, ClientCredential, LogOutToken, Redemption, StoredProvider};
use domain::{Conflict, Error, IdentityProviderId, Result};
use form_urlencoded::byte_serialize;
use reqwest::StatusCode;
use serde::Deserialize;
use std::fmt;
use std::sync::Arc;
use url::Url;

/// How long a user may have been logged in at the provider, in seconds: asked for so that the ID token says since when.
const MAX_AGE: &str = "2592000";

/// Talks to identity providers.
pub(crate) struct OpenId {
    outbound: Arc<Outbound>,
    keys: Data<KeySets>,
    discovery: Discovery,
    front_end: Option<String>,
}

impl fmt::Debug for OpenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenId").field("front_end", &self.front_end).finish_non_exhaustive()
    }
}

/// The answer of a token endpoint. The access token is of no use here.
#[derive(Deserialize)]
struct Tokens {
    id_token: String,
}

impl OpenId {
    /// Providers return to this front end.
    pub(crate) fn new(outbound: Arc<Outbound>, keys: Data<KeySets>, front_end: Option<&HttpUrl>) -> Self {
        let front_end = front_end.map(|url| url.as_str().trim_end_matches('/').to_owned());
        Self { discovery: Discovery::new(outbound.clone()), outbound, keys, front_end }
    }

    /// The only redirect URI of a provider, which no other has: a callback cannot be taken for another provider's.
    pub(crate) fn redirect_uri(&self, id: IdentityProviderId) -> Option<String> {
        self.front_end.as_ref().map(|front_end| format!("{front_end}/provider-log-in/{id}"))
    }

    /// Checks that providers have a front end to return to.
    ///
    /// # Errors
    /// [`Conflict::NoFrontEnd`].
    pub(crate) fn require_front_end(&self) -> Result<()> {
        if self.front_end.is_some() { Ok(()) } else { Err(Error::Conflict(Conflict::NoFrontEnd)) }
    }

    /// The address of an authorization request.
    ///
    /// # Errors
    /// [`Error::NotFound`] without a front end; [`Error::Unavailable`] if the provider does not answer.
    pub(crate) async fn authorize(&self, request: Authorization<'_>) -> Result<String> {
        let redirect_uri = self.redirect_uri(request.provider.id).ok_or(Error::NotFound)?;
        let metadata = self.metadata(request.provider.issuer.as_str()).await?;
        let mut address = Url::parse(&metadata.authorization_endpoint).map_err(Error::internal)?;
        let challenge = BASE64_URL_SAFE_NO_PAD.encode(digest(&SHA256, request.verifier.expose().as_bytes()));
        let mut query = address.query_pairs_mut();
        query.extend_pairs([
            ("response_type", "code"),
            ("scope", "openid email profile"),
            ("client_id", request.provider.client_id.as_str()),
            ("redirect_uri", &redirect_uri),
            ("state", request.state.expose()),
            ("nonce", request.nonce.expose()),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("max_age", if request.again { "0" } else { MAX_AGE }),
        ]);
        if request.again {
            query.append_pair("prompt", "login");
        }
        drop(query);
        Ok(address.into())
    }

    /// Exchanges a code for an ID token, and verifies it.
    ///
    /// # Errors
    /// [`Error::LogInRefused`]; [`Error::Unavailable`] if the provider does not answer.
    pub(crate) async fn redeem(&self, request: Redemption<'_>, now: DateTime<Utc>) -> Result<Claims> {
        let provider = request.provider;
        let metadata = self.metadata(provider.issuer.as_str()).await?;
        if metadata.sends_issuer && request.callback.issuer.is_none() {
            return Err(refused(provider.id, "no issuer in the callback"));
        }
        let text = self.id_token(&request, &metadata, now).await?;
        let claims = id_token::verify(&text, provider, request.nonce.expose(), &metadata.jwks_uri, &self.keys, now);
        claims.await.map_err(|reason| refused(provider.id, reason))
    }

    async fn id_token(&self, request: &Redemption<'_>, metadata: &Metadata, now: DateTime<Utc>) -> Result<String> {
        let provider = request.provider;
        let redirect_uri = self.redirect_uri(provider.id).ok_or(Error::LogInRefused)?;
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", request.callback.code.expose()),
            ("redirect_uri", &redirect_uri),
            ("code_verifier", request.verifier.expose()),
        ];
        let client = Client::of(request, metadata.secret_in_form, now)?;
        form.extend(client.parameters());
        let escaped = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
        let received = self.outbound.post(&metadata.token_endpoint, |request| {
            let request = request.form(&form).header(reqwest::header::ACCEPT, "application/json");
            // RFC 6749, 2.3.1: both are form-encoded first.
            match &client {
                Client::Basic { id, secret } => request.basic_auth(escaped(id), Some(escaped(secret))),
                Client::Form { .. } | Client::Assertion { .. } => request,
            }
        });
        let received = received.await.map_err(unavailable)?;
        if received.status != StatusCode::OK {
            return match received.status.is_server_error() {
                true => Err(Error::Unavailable("an identity provider failed".into())),
                false => Err(refused(provider.id, "the token endpoint refused the code or the client")),
            };
        }
        let tokens: Result<Tokens, _> = serde_json::from_slice(&received.body);
        tokens.map(|tokens| tokens.id_token).map_err(|_| refused(provider.id, "no ID token"))
    }

    /// Verifies a logout token.
    ///
    /// # Errors
    /// [`Error::LogInRefused`]; [`Error::Unavailable`] if the provider does not answer.
    pub(crate) async fn log_out(&self, stored: &StoredProvider, text: &str, now: DateTime<Utc>) -> Result<LogOutToken> {
        let metadata = self.metadata(stored.provider.issuer.as_str()).await?;
        let token = logout_token::verify(text, &stored.provider, &metadata.jwks_uri, &self.keys, now).await;
        token.map_err(|reason| refused(stored.provider.id, reason))
    }

    async fn metadata(&self, issuer: &str) -> Result<Arc<Metadata>> {
        self.discovery
            .of(issuer)
            .await
            .ok_or_else(|| Error::Unavailable("an identity provider is not reachable".into()))
    }
}

/// How a token request says who this service is.
enum Client<'a> {
    /// Id and secret in a header.
    Basic { id: &'a str, secret: &'a str },
    /// Id and secret in the form.
    Form { id: &'a str, secret: &'a str },
    /// A signed assertion in the form.
    Assertion { id: &'a str, assertion: String },
}

impl<'a> Client<'a> {
    fn of(request: &'a Redemption<'_>, secret_in_form: bool, now: DateTime<Utc>) -> Result<Self> {
        let id = request.provider.client_id.as_str();
        Ok(match &request.credential {
            ClientCredential::Secret(secret) if secret_in_form => Self::Form { id, secret: secret.expose() },
            ClientCredential::Secret(secret) => Self::Basic { id, secret: secret.expose() },
            ClientCredential::PrivateKey(key) => {
                let assertion = ClientKey::new(key)?.assertion(request.provider, &SystemSecrets.fresh()?, now)?;
                Self::Assertion { id, assertion }
            }
        })
    }

    /// The parameters of the form.
    fn parameters(&self) -> Vec<(&str, &str)> {
        match self {
            Self::Basic { .. } => Vec::new(),
            Self::Form { id, secret } => vec![("client_id", id), ("client_secret", secret)],
            Self::Assertion { id, assertion } => {
                vec![("client_id", id), ("client_assertion_type", ASSERTION_TYPE), ("client_assertion", assertion)]
            }
        }
    }
}

fn unavailable(error: FetchError) -> Error {
    Error::Unavailable(error.into())
}

fn refused(provider: IdentityProviderId, reason: &'static str) -> Error {
    let served = Served::current();
    let request_id = served.request_id();
    tracing::warn!(%provider, reason, request_id, "an identity provider's word is refused");
    Error::LogInRefused
}
