use super::content_type::require_json;
use crate::auth::identified;
use crate::edge::{Deadlines, receive_large};
use crate::problem::Problem;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::{Caller, Error};
use std::fmt;
use std::future::{Ready, ready};

/// A JSON body that the handler receives itself, once it authorized the caller.
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
    /// The body, and the caller with an idempotency key that covers it.
    ///
    /// # Errors
    /// 415, 413, 408 and 400, as for any body.
    pub(crate) async fn receive(self) -> Result<(Bytes, Caller), Problem> {
        require_json(&self.request)?;
        let deadlines = self.request.app_data::<Data<Deadlines>>().ok_or_else(|| Error::internal("no deadlines"))?;
        let body = receive_large(&self.request, self.payload, deadlines.receive).await?;
        Ok((body, identified(&self.request)?.0))
    }
}
