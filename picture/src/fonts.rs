//! The embedded fonts: text widths, and the font database for PNG and PDF.
//!
//! A text is drawn in Open Sans if the font has all of its characters, otherwise in DejaVu Sans (Hebrew, Arabic,
//! Armenian, Georgian, symbols, faces). A character in neither (Chinese, most emoji) is an empty box in PNG and PDF,
//! and uses the viewer's font in SVG. Each text uses one font: on fallback within a text, the renderer would log part
//! of a name.

use crate::text::Escaped;
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{FontFamily, FontResolver};
use std::sync::{Arc, LazyLock};
use ttf_parser::Face;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

pub(crate) static REGULAR: &[u8] = include_bytes!("../fonts/OpenSans-Regular.ttf");
pub(crate) static BOLD: &[u8] = include_bytes!("../fonts/OpenSans-Bold.ttf");
pub(crate) static FALLBACK: &[u8] = include_bytes!("../fonts/DejaVuSans.ttf");

/// The font stack of the SVG: the embedded font, then fonts of similar width.
///
/// Embedding the font would add 600 kB to every drawing.
pub(crate) const STACK: &str =
    "'Open Sans','Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,'DejaVu Sans',sans-serif";

/// The font database, loaded once.
pub(crate) static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for font in [REGULAR, BOLD, FALLBACK] {
        database.load_font_source(Source::Binary(Arc::new(font)));
    }
    Arc::new(database)
});

/// Selects among the embedded fonts; the renderer's own selection writes to the log.
pub(crate) fn resolver() -> FontResolver<'static> {
    FontResolver {
        select_font: Box::new(|font, database| {
            let wide = matches!(font.families().first(), Some(FontFamily::Named(name)) if name == WIDE);
            let at = if wide { 2 } else { usize::from(font.weight() >= 600) };
            database.faces().nth(at).map(|face| face.id)
        }),
        select_fallback: Box::new(|_, _, _| None),
    }
}

/// The font for characters that Open Sans lacks.
pub(crate) const WIDE: &str = "DejaVu Sans";

/// Whether Open Sans has every character of the text.
pub(crate) fn plain(text: &str) -> bool {
    text.is_ascii() || text.chars().all(|c| METRICS[0].has(c))
}

/// Replaces the characters of an SVG that DejaVu Sans lacks; it covers all of Open Sans.
///
/// An ornamental letter becomes the plain letter; any other grapheme becomes one empty box.
pub(crate) fn drawable(svg: &str) -> String {
    replaced(svg, |plain| Escaped(plain).to_string())
}

/// The same in a text that is not markup.
pub(crate) fn drawable_text(text: &str) -> String {
    replaced(text, str::to_owned)
}

fn replaced(text: &str, write: impl Fn(&str) -> String) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.graphemes(true).fold(String::with_capacity(text.len()), |mut drawn, sign| {
        let known = |text: &str| text.chars().next().is_some_and(|first| METRICS[2].has(first));
        if known(sign) {
            // A mark or selector that the font lacks is removed, but its base letter stays.
            drawn.extend(sign.chars().filter(|c| METRICS[2].has(*c)));
            return drawn;
        }
        let plain: String = sign.nfkc().filter(|c| METRICS[2].has(*c)).collect();
        if known(&plain) && sign.nfkc().next() == plain.chars().next() { drawn + &write(&plain) } else { drawn + "□" }
    })
}

/// The weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// The number of characters with a precomputed width: the Latin scripts.
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

    fn has(&self, c: char) -> bool {
        c.is_ascii() || self.face.as_ref().is_some_and(|face| face.glyph_index(c).is_some())
    }

    /// The width of a character in em.
    fn look_up(&self, c: char) -> f64 {
        self.face.as_ref().and_then(|face| advance(face, c)).unwrap_or(UNKNOWN)
    }
}

fn advance(face: &Face<'_>, c: char) -> Option<f64> {
    let units = face.glyph_hor_advance(face.glyph_index(c)?)?;
    Some(f64::from(units) / f64::from(face.units_per_em()))
}

/// The width of a character in neither font: that of emoji and ideographs in browsers.
const UNKNOWN: f64 = 1.25;

static METRICS: LazyLock<[Metrics; 3]> = LazyLock::new(|| [REGULAR, BOLD, FALLBACK].map(Metrics::of));

/// The width of a text at this size, in the unit of the size.
pub(crate) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    width_within(text, text, size, weight)
}

/// The width of a part of a text, in the font chosen for the whole text.
pub(crate) fn width_within(whole: &str, part: &str, size: f64, weight: Weight) -> f64 {
    let metrics = match weight {
        _ if !plain(whole) => &METRICS[2],
        Weight::Regular => &METRICS[0],
        Weight::Bold => &METRICS[1],
    };
    part.chars().map(|c| metrics.advance(c)).sum::<f64>() * size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sign_is_one_box_and_ornamental_letters_are_letters() {
        for (svg, drawn) in [
            ("<text>Tante 👩🏾\u{200D}🦱 Bep</text>", "<text>Tante □ Bep</text>"),
            ("🇳🇱 Jan", "□ Jan"),
            ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "□□"),
            ("𝓐𝓷𝓷𝓪", "Anna"),
            ("Ａｎｎａ ＜＆", "Anna &lt;&amp;"),
            ("❤\u{FE0F}", "❤\u{FE0F}"),
            ("李 Wei", "□ Wei"),
            ("Zoë דוד", "Zoë דוד"),
        ] {
            assert_eq!(drawable(svg), drawn);
        }
    }

    #[test]
    fn widths_come_from_the_font() {
        assert!(width("iii", 10.0, Weight::Regular) < width("mmm", 10.0, Weight::Regular));
        assert!(width("Anna", 10.0, Weight::Regular) < width("Anna", 10.0, Weight::Bold));
        assert_eq!(width("e\u{301}", 10.0, Weight::Regular), width("e", 10.0, Weight::Regular));
        assert!(width("עברית", 10.0, Weight::Regular) > 10.0);
        assert_eq!(DATABASE.len(), 3);
    }
}
