//! The picture of a card or a map over HTTP: which one is wanted, and the making of it.

mod studio;
mod wanted;

pub use studio::Studio;
pub(crate) use studio::{Form, card_tag};
pub(crate) use wanted::{DataOrPicture, Picture, PictureQuery, VARY};
