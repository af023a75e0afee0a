//! Limits on connections: their number, and the time that a silent or slow client keeps one open.

#[cfg(feature = "server")]
mod admission;
#[cfg(feature = "server")]
mod listen;
#[cfg(feature = "server")]
mod pace;
#[cfg(feature = "server")]
mod stream;
#[cfg(feature = "server")]
mod timer;
mod watch;

#[cfg(feature = "server")]
pub use admission::ConnectionSettings;
#[cfg(feature = "server")]
pub(crate) use admission::Connections;
#[cfg(feature = "server")]
pub(crate) use listen::{TO_REFUSE, listen};
#[cfg(feature = "server")]
pub use pace::PaceSettings;
#[cfg(feature = "server")]
use stream::Watched;
pub(crate) use watch::{UnderWay, Watch};
