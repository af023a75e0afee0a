//! Pictures of cards and maps over HTTP: content negotiation and rendering.

mod renderer;
mod representation;

pub(crate) use renderer::{POLICY, Renderer, Representation, card_tag};
pub(crate) use representation::{DataOrPicture, Picture, PictureQuery, VARY};
