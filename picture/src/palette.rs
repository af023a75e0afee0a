//! The colours. No information is conveyed by colour alone; tests check contrast against WCAG 2.2 AA.

/// Text and the outlines of marks.
pub(crate) const INK: &str = "#1f2a37";
/// Secondary text.
pub(crate) const MUTED: &str = "#4b5563";
/// The page and the background of marks.
pub(crate) const PAPER: &str = "#ffffff";
/// The background of the rings, inner ring first.
pub(crate) const RINGS: [&str; 3] = ["#fde8cf", "#fdf1e1", "#fdf8f0"];
/// The outline of a ring.
pub(crate) const RING_LINE: &str = "#a07a4a";
/// The line of a tie.
pub(crate) const TIE: &str = "#7b8086";
/// The zigzag of tension.
pub(crate) const TENSION: &str = "#b3093c";
/// The mark of the client.
pub(crate) const CLIENT: &str = "#7a3d0c";
/// The rule under a heading, decorative.
pub(crate) const RULE: &str = "#d9c3a5";
/// The built-in support types, in order.
pub(crate) const BUILT_IN: [&str; 5] = ["#b4232c", "#0f6b4f", "#1d5fa6", "#7b3fa0", "#8a5a00"];
/// The custom support types of an organisation.
pub(crate) const OWN: &str = "#3f4a56";

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let c = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_has_a_contrast_of_at_least_4_5() {
        let grounds = [PAPER].into_iter().chain(RINGS);
        for ground in grounds {
            for text in [INK, MUTED, CLIENT, TENSION, OWN].into_iter().chain(BUILT_IN) {
                assert!(contrast(text, ground) >= 4.5, "{text} on {ground}: {:.2}", contrast(text, ground));
            }
        }
        assert!(contrast(PAPER, CLIENT) >= 4.5);
        for own in BUILT_IN.into_iter().chain([OWN]) {
            assert!(contrast(PAPER, own) >= 4.5, "a letter on {own}");
        }
    }

    #[test]
    fn marks_have_a_contrast_of_at_least_3() {
        for ground in [PAPER].into_iter().chain(RINGS) {
            for mark in [RING_LINE, TIE, TENSION].into_iter().chain(BUILT_IN) {
                assert!(contrast(mark, ground) >= 3.0, "{mark} on {ground}: {:.2}", contrast(mark, ground));
            }
        }
    }
}
