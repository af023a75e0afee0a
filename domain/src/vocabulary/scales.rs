//! The labels of the numeric scales.

use super::Label;

/// The labels of the grades 0 to `MAX`, in Dutch and English.
#[derive(Debug)]
pub struct Scale<const MAX: i16>(&'static [(&'static str, &'static str)]);

impl<const MAX: i16> Scale<MAX> {
    /// Creates a scale; does not compile unless every grade has a label.
    const fn new(labels: &'static [(&'static str, &'static str)]) -> Self {
        assert!(labels.len() == MAX as usize + 1, "one label for each grade");
        Self(labels)
    }

    /// Iterates over the grades with their labels, from 0.
    pub fn grades(&self) -> impl Iterator<Item = (i16, Label)> {
        (0..=MAX).zip(self.0).map(|(grade, (nl, en))| (grade, Label::fixed(nl, en)))
    }
}

/// The labels of [`crate::needs::Level`], the need for a support type.
pub const NEED_LEVELS: Scale<3> = Scale::new(&[
    ("Niet nodig", "Not needed"),
    ("Een beetje", "A little"),
    ("Nodig", "Needed"),
    ("Hard nodig", "Much needed"),
]);

/// The labels of tension with a supporter ([`crate::supporters::Intensity`]).
pub const TENSIONS: Scale<4> = Scale::new(&[
    ("Geen spanning", "No tension"),
    ("Een beetje spanning", "A little tension"),
    ("Spanning", "Some tension"),
    ("Veel spanning", "Much tension"),
    ("Heel veel spanning", "Very much tension"),
]);

/// The labels of the burden on a supporter.
pub const BURDENS: Scale<4> = Scale::new(&[
    ("Niet belast", "No burden"),
    ("Licht belast", "A light burden"),
    ("Belast", "Some burden"),
    ("Zwaar belast", "A heavy burden"),
    ("Te zwaar belast", "Too heavy a burden"),
]);

/// The labels of the strength of a tie.
pub const TIE_STRENGTHS: Scale<4> = Scale::new(&[
    ("Kennen elkaar van naam", "Know each other by name"),
    ("Kennen elkaar een beetje", "Know each other a little"),
    ("Kennen elkaar", "Know each other"),
    ("Kennen elkaar goed", "Know each other well"),
    ("Heel hecht", "Very close"),
]);
