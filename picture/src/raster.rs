//! The pages as PNG.

use crate::PictureError;
use crate::fonts::{DATABASE, drawable, resolver};
use crate::page::Pages;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use std::sync::Arc;

/// The most dots of one picture: 96 MB in memory while it is drawn.
const MOST_DOTS: f64 = 24_000_000.0;

/// Reads an SVG of ours. Nothing it could name is ever loaded.
pub(crate) fn tree(svg: &str) -> Result<Tree, PictureError> {
    let options = Options {
        fontdb: Arc::clone(&DATABASE),
        font_resolver: resolver(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(&drawable(svg), &options).map_err(PictureError::new)
}

/// All pages in one picture, with so many dots to the millimetre.
pub(crate) fn png(pages: &Pages, dots: f64) -> Result<Vec<u8>, PictureError> {
    let tree = tree(&pages.svg())?;
    let (width, height) = (pages.width, pages.height * pages.pages.len() as f64);
    let scale = (dots * pages.millimetres).min((MOST_DOTS / (width * height)).sqrt());
    let size = |length: f64| (length * scale).round().max(1.0) as u32;
    let mut pixmap = Pixmap::new(size(width), size(height)).ok_or_else(|| PictureError::new("no room"))?;
    let scale_x = pixmap.width() as f32 / tree.size().width();
    let scale_y = pixmap.height() as f32 / tree.size().height();
    resvg::render(&tree, Transform::from_scale(scale_x, scale_y), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(PictureError::new)
}
