use crate::config::Config;
use crate::server::Failure;

pub(super) async fn demo(_config: Config) -> Result<(), Failure> {
    Err("not yet".into())
}
