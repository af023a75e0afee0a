//! The embedded fonts: how wide a text is, and the database PNG and PDF are drawn with.
//!
//! Open Sans draws everything it can; DejaVu Sans what it lacks (Hebrew, Arabic, Armenian, Georgian, symbols, faces). What
//! neither has (Chinese, most emoji) shows as an empty box in PNG and PDF, and in a browser's own font in SVG.

use resvg::usvg::fontdb::{Database, Source};
use std::sync::{Arc, LazyLock};
use ttf_parser::Face;

static REGULAR: &[u8] = include_bytes!("../fonts/OpenSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../fonts/OpenSans-Bold.ttf");
static FALLBACK: &[u8] = include_bytes!("../fonts/DejaVuSans.ttf");

/// The fonts a viewer of the SVG is asked for: the embedded one, or one about as wide. Embedding it would make every
/// drawing 600 kB larger.
pub(crate) const STACK: &str =
    "'Open Sans','Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,'DejaVu Sans',sans-serif";

/// The name of the embedded font in the database.
pub(crate) const FAMILY: &str = "Open Sans";

/// Loaded once.
pub(crate) static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for font in [REGULAR, BOLD, FALLBACK] {
        database.load_font_source(Source::Binary(Arc::new(font)));
    }
    database.set_sans_serif_family(FAMILY);
    Arc::new(database)
});

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Letters of Latin scripts, looked up once.
const COMMON: usize = 0x250;

struct Metrics {
    face: Option<Face<'static>>,
    common: Vec<f64>,
}

impl Metrics {
    fn of(font: &'static [u8]) -> Self {
        let face = Face::parse(font, 0).ok();
        let mut metrics = Self { face, common: Vec::new() };
        metrics.common =
            (0..COMMON).filter_map(|code| char::from_u32(code as u32)).map(|c| metrics.look_up(c)).collect();
        metrics
    }

    fn advance(&self, c: char) -> f64 {
        self.common.get(c as usize).copied().unwrap_or_else(|| self.look_up(c))
    }

    /// In em.
    fn look_up(&self, c: char) -> f64 {
        [self.face.as_ref(), LAST.as_ref()].into_iter().flatten().find_map(|face| advance(face, c)).unwrap_or(UNKNOWN)
    }
}

fn advance(face: &Face<'_>, c: char) -> Option<f64> {
    let units = face.glyph_hor_advance(face.glyph_index(c)?)?;
    Some(f64::from(units) / f64::from(face.units_per_em()))
}

/// What neither font has: as wide as the browser's emoji and ideographs.
const UNKNOWN: f64 = 1.25;

static LAST: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(FALLBACK, 0).ok());
static METRICS: LazyLock<[Metrics; 2]> = LazyLock::new(|| [Metrics::of(REGULAR), Metrics::of(BOLD)]);

/// How wide a text is at this size, in the unit of the size.
pub(crate) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let metrics = match weight {
        Weight::Regular => &METRICS[0],
        Weight::Bold => &METRICS[1],
    };
    text.chars().map(|c| metrics.advance(c)).sum::<f64>() * size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_come_from_the_font() {
        assert!(width("iii", 10.0, Weight::Regular) < width("mmm", 10.0, Weight::Regular));
        assert!(width("Anna", 10.0, Weight::Regular) < width("Anna", 10.0, Weight::Bold));
        assert_eq!(width("e\u{301}", 10.0, Weight::Regular), width("e", 10.0, Weight::Regular));
        assert!(width("עברית", 10.0, Weight::Regular) > 10.0);
        assert_eq!(DATABASE.len(), 3);
    }
}
