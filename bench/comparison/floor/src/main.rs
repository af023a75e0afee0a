//! The floor: a token check, three prepared queries, JSON; and a transaction that creates. No roles, no sessions, no policies.
//!
//! `FLOOR_DATABASE_URL`, `FLOOR_LISTEN` and `FLOOR_SECRET` say on what, where, and which HS256 tokens are genuine.

mod create;
mod read;

use actix_web::http::StatusCode;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{App, FromRequest, HttpRequest, HttpServer, ResponseError, dev::Payload, web};
use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde::Deserialize;
use std::env;
use std::fmt;
use std::future::{Ready, ready};
use tokio_postgres::NoTls;
use uuid::Uuid;

/// As many as every contender has.
const CONNECTIONS: usize = 16;

/// The organisation a genuine token is for.
struct Bearer(Uuid);

#[derive(Deserialize)]
struct Claims {
    org: Uuid,
}

struct Key(DecodingKey, Validation);

impl FromRequest for Bearer {
    type Error = Refused;
    type Future = Ready<Result<Self, Refused>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(bearer(request).ok_or(Refused(StatusCode::UNAUTHORIZED)))
    }
}

fn bearer(request: &HttpRequest) -> Option<Bearer> {
    let key = request.app_data::<web::Data<Key>>()?;
    let token = request.headers().get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")?;
    decode::<Claims>(token, &key.0, &key.1).ok().map(|token| Bearer(token.claims.org))
}

/// An answer without a body.
#[derive(Debug)]
struct Refused(StatusCode);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ResponseError for Refused {
    fn status_code(&self) -> StatusCode {
        self.0
    }
}

impl From<tokio_postgres::Error> for Refused {
    fn from(_: tokio_postgres::Error) -> Self {
        Self(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl From<deadpool_postgres::PoolError> for Refused {
    fn from(_: deadpool_postgres::PoolError) -> Self {
        Self(StatusCode::SERVICE_UNAVAILABLE)
    }
}

#[actix_web::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let config = env::var("FLOOR_DATABASE_URL")?.parse()?;
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let pool = Pool::builder(Manager::from_config(config, NoTls, recycling)).max_size(CONNECTIONS).build()?;
    let secret = DecodingKey::from_secret(env::var("FLOOR_SECRET")?.as_bytes());
    let (pool, key) = (web::Data::new(pool), web::Data::new(Key(secret, Validation::new(Algorithm::HS256))));
    let app = move || {
        App::new()
            .app_data(pool.clone())
            .app_data(key.clone())
            .service(read::read_map)
            .service(create::create_supporter)
    };
    Ok(HttpServer::new(app)
        .workers(std::thread::available_parallelism()?.get())
        .bind(env::var("FLOOR_LISTEN")?)?
        .run()
        .await?)
}
