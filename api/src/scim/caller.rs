//! Who calls: an integration, by the secret of one of its tokens or by an access token of its own key.

use crate::auth::{Bearer, bearer_token, of_request, seen};
use crate::problem::Problem;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::{Caller, Error, Ports, Secret, integration_tokens};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;

/// The caller of a request. What they may do is for the use case to say.
#[derive(Debug)]
pub(super) struct ScimCaller(pub(super) Caller);

/// The length of the secret of a token.
const LENGTH: usize = 43;

impl FromRequest for ScimCaller {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        async move { identified(&request).await }.boxed_local()
    }
}

async fn identified(request: &HttpRequest) -> Result<ScimCaller, Problem> {
    let caller = match seen(request) {
        Ok(seen) => Caller { integration: seen.integration, ..Caller::person(seen.session, seen.user) },
        Err(refused) => {
            let token = bearer_token(request)?;
            if token.len() != LENGTH {
                return Err(refused);
            }
            let ports = request.app_data::<Data<Ports>>().ok_or_else(|| Error::internal("no ports"))?;
            integration_tokens::authenticate(ports, &Secret::new(token)).await?
        }
    };
    let Bearer(caller) = of_request(request, caller)?;
    Ok(ScimCaller(caller))
}
