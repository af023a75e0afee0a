//! The signs of support types and of tension, distinguished by shape.

use crate::canvas::{Anchor, Canvas, N, Rect, Style};
use crate::palette;
use domain::vocabulary::BuiltInSupport;

/// The sign of a support type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// A built-in type.
    Shape(BuiltInSupport),
    /// A custom type of the organisation.
    Letter(char),
}

/// The availability that a sign shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Received now, or could be asked: filled.
    Available,
    /// Would not be asked: outlined and struck through.
    Unavailable,
    /// Unanswered: outlined.
    Unanswered,
}

/// The SVG path of a shape in a square of 16 units.
fn outline(word: BuiltInSupport) -> &'static str {
    match word {
        // Heart.
        BuiltInSupport::Emotional => {
            "M8 14.2C4.5 11.6 1.6 9 1.6 5.8A3.5 3.5 0 0 1 8 3.9A3.5 3.5 0 0 1 14.4 5.8C14.4 9 11.5 11.6 8 14.2Z"
        }
        // Spanner.
        BuiltInSupport::Practical => {
            "M14.3 4.6A4.1 4.1 0 0 1 8.9 9.3L4.6 13.9A1.75 1.75 0 0 1 2.1 11.4L6.7 7.1A4.1 4.1 0 0 1 11.4 1.7L9.2 3.9L9.9 6.1L12.1 6.8Z"
        }
        // Speech balloon.
        BuiltInSupport::Informational => {
            "M3.4 2H12.6A1.8 1.8 0 0 1 14.4 3.8V9.2A1.8 1.8 0 0 1 12.6 11H8.2L4.4 14.6V11H3.4A1.8 1.8 0 0 1 1.6 9.2V3.8A1.8 1.8 0 0 1 3.4 2Z"
        }
        // Cup.
        BuiltInSupport::Companionship => {
            "M2 3.4H11.6V4.7H12.6A2.3 2.6 0 0 1 12.6 9.9H11.3A3.4 3.4 0 0 1 8 13.4H5.6A3.6 3.6 0 0 1 2 9.8ZM11.6 6.2V8.4H12.4A0.9 1.1 0 0 0 12.4 6.2Z"
        }
        // Star.
        BuiltInSupport::Appraisal => "M8 1.3L10 5.9L14.9 6.3L11.2 9.6L12.3 14.4L8 11.8L3.7 14.4L4.8 9.6L1.1 6.3L6 5.9Z",
    }
}

/// The colour of a sign.
pub(crate) fn colour(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Shape(BuiltInSupport::Emotional) => palette::BUILT_IN[0],
        Glyph::Shape(BuiltInSupport::Practical) => palette::BUILT_IN[1],
        Glyph::Shape(BuiltInSupport::Informational) => palette::BUILT_IN[2],
        Glyph::Shape(BuiltInSupport::Companionship) => palette::BUILT_IN[3],
        Glyph::Shape(BuiltInSupport::Appraisal) => palette::BUILT_IN[4],
        Glyph::Letter(_) => palette::OWN,
    }
}

/// Draws a sign in a square of this size, by its upper left corner.
pub(crate) fn sign(canvas: &mut Canvas, (x, y): (f64, f64), size: f64, glyph: Glyph, state: State) {
    sign_in(canvas, (x, y), size, glyph, state, colour(glyph));
}

/// Draws a sign in a given colour; the legend explains a state independent of a type.
pub(crate) fn sign_in(
    canvas: &mut Canvas,
    (x, y): (f64, f64),
    size: f64,
    glyph: Glyph,
    state: State,
    colour: &'static str,
) {
    let fill = if state == State::Available { colour } else { palette::PAPER };
    match glyph {
        Glyph::Shape(word) => canvas.put(format_args!(
            r#"<path transform="translate({} {}) scale({})" fill="{fill}" fill-rule="evenodd" stroke="{colour}" stroke-width="1.3" stroke-linejoin="round" d="{}"/>"#,
            N(x), N(y), N(size / 16.0), outline(word)
        )),
        Glyph::Letter(letter) => {
            let inset = size * 0.08;
            let side = size - 2.0 * inset;
            let look = format!(r#"fill="{fill}" stroke="{colour}" stroke-width="{}""#, N(size * 0.08));
            canvas.rect(Rect { x: x + inset, y: y + inset, w: side, h: side }, size * 0.2, &look);
            let ink = if state == State::Available { palette::PAPER } else { colour };
            let style = Style::bold(size * 0.68).anchor(Anchor::Middle).colour(ink);
            canvas.text(x + size / 2.0, y + size * 0.74, style, letter.encode_utf8(&mut [0; 4]));
        }
    }
    if state == State::Unavailable {
        let look = format!(r#"stroke="{}" stroke-width="{}""#, palette::INK, N(size * 0.11));
        canvas.line((x + size * 0.06, y + size * 0.94), (x + size * 0.94, y + size * 0.06), &look);
    }
}

/// Draws the zigzag that represents tension.
pub(crate) fn zigzag(canvas: &mut Canvas, (x, y): (f64, f64), length: f64, height: f64, thickness: f64) {
    let teeth = ((length / (height * 1.1)).round() as usize).max(3);
    let step = length / teeth as f64;
    canvas.put(format_args!(
        r#"<path fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round" d="M{} {}"#,
        palette::TENSION,
        N(thickness),
        N(x),
        N(y)
    ));
    for tooth in 1..=teeth {
        let up = if tooth % 2 == 1 { -height / 2.0 } else { height / 2.0 };
        let up = if tooth == teeth { 0.0 } else { up };
        canvas.put(format_args!("L{} {}", N(x + step * tooth as f64), N(y + up)));
    }
    canvas.put(format_args!(r#""/>"#));
}
