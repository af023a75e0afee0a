//! Renders the pages as PNG.

use crate::PictureError;
use crate::fonts::{DATABASE, drawable, resolver};
use crate::page::Pages;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use std::sync::Arc;

/// Maximum number of pixels: 96 MB in memory during rendering.
const MAX_PIXELS: f64 = 24_000_000.0;

/// Parses a generated SVG; external resources are never loaded.
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

/// Renders all pages in one image, at this many dots per millimetre.
pub(crate) fn png(pages: &Pages, dots: f64) -> Result<Vec<u8>, PictureError> {
    let tree = tree(&pages.svg())?;
    let (width, height) = (pages.width, pages.height * pages.pages.len() as f64);
    let scale = (dots * pages.millimetres).min((MAX_PIXELS / (width * height)).sqrt());
    let size = |length: f64| (length * scale).round().max(1.0) as u32;
    let mut pixmap = Pixmap::new(size(width), size(height)).ok_or_else(|| PictureError::new("no room"))?;
    let scale_x = pixmap.width() as f32 / tree.size().width();
    let scale_y = pixmap.height() as f32 / tree.size().height();
    resvg::render(&tree, Transform::from_scale(scale_x, scale_y), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(PictureError::new)
}
