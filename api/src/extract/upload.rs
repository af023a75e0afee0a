use super::content_type::require_json;
use super::json::read_json;
use super::text_file::{TextFile, describe};
use crate::auth::identified;
use crate::middleware::{Deadlines, is_left_to_handler, receive_large};
use crate::problem::Problem;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::{Caller, Error};
use serde::de::DeserializeOwned;
use std::fmt;
use std::future::{Ready, ready};
use utoipa::ToSchema;

/// The body of a route that accepts large bodies. The handler authorizes the caller before it receives a large one.
pub(crate) struct Upload {
    request: HttpRequest,
    payload: Payload,
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Upload")
    }
}

impl FromRequest for Upload {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Ok(Self { request: request.clone(), payload: payload.take() }))
    }
}

impl Upload {
    /// Runs this check if the body was not received yet because it is or may be large. A small body was received; the
    /// check of the use case is enough then.
    ///
    /// # Errors
    /// The errors of the check.
    pub(crate) async fn authorized(self, check: impl Future<Output = Result<(), Error>>) -> Result<Self, Problem> {
        if is_left_to_handler(&self.request) {
            check.await?;
        }
        Ok(self)
    }

    /// The media type, in lower case and without parameters; empty without one.
    pub(crate) fn media_type(&self) -> String {
        describe(&self.request).map(|(media_type, _)| media_type).unwrap_or_default()
    }

    /// The bytes of a JSON body, and the caller with an idempotency key that covers it.
    ///
    /// # Errors
    /// 415, 413, 408 and 400, as for any body.
    pub(crate) async fn json_bytes(self) -> Result<(Bytes, Caller), Problem> {
        require_json(&self.request)?;
        self.bytes().await
    }

    /// A JSON body that satisfies its documented schema, and the caller.
    ///
    /// # Errors
    /// As [`Self::json_bytes`].
    pub(crate) async fn json<T>(self) -> Result<(T, Caller), Problem>
    where
        T: DeserializeOwned + ToSchema + Send + 'static,
    {
        let (body, caller) = self.json_bytes().await?;
        Ok((read_json(body).await?, caller))
    }

    /// A text file, and the caller.
    ///
    /// # Errors
    /// As [`Self::json_bytes`].
    pub(crate) async fn text_file(self) -> Result<(TextFile, Caller), Problem> {
        let (_, charset) = describe(&self.request)?;
        let (bytes, caller) = self.bytes().await?;
        Ok((TextFile { charset, bytes }, caller))
    }

    async fn bytes(mut self) -> Result<(Bytes, Caller), Problem> {
        let body = if is_left_to_handler(&self.request) {
            let deadlines =
                self.request.app_data::<Data<Deadlines>>().ok_or_else(|| Error::internal("no deadlines"))?;
            receive_large(&self.request, self.payload, deadlines.receive).await?
        } else {
            let received = Bytes::from_request(&self.request, &mut self.payload).await;
            received.map_err(|_| Problem::invalid(Vec::new()))?
        };
        Ok((body, identified(&self.request)?.0))
    }
}
