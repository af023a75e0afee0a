//! The picture of a card or a map over HTTP: which one is wanted, and the making of it.

mod renderer;
mod representation;

pub(crate) use renderer::Renderer;
pub(crate) use renderer::{Representation, card_tag};
pub(crate) use representation::{DataOrPicture, Picture, PictureQuery, VARY};
