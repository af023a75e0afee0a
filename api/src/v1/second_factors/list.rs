use super::dto::SecondFactorView;
use crate::auth::Bearer;
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, second_factors};

/// Lists your second factors, on one page.
#[utoipa::path(tag = "second-factors", operation_id = "listSecondFactors", responses(List<SecondFactorView>))]
#[get("/v1/me/second-factors")]
pub(super) async fn list_second_factors(ports: Data<Ports>, caller: Bearer) -> Result<List<SecondFactorView>, Problem> {
    let factors = second_factors::list(&ports, &caller.0).await?;
    Ok(List::whole(factors.into_iter().map(Into::into).collect()))
}
