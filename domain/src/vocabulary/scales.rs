//! What the numbers of each scale mean.

use super::Label;

/// The labels of the grades from 0 to `MAX`, in Dutch and English.
#[derive(Debug)]
pub struct Scale<const MAX: i16>(&'static [(&'static str, &'static str)]);

impl<const MAX: i16> Scale<MAX> {
    /// Does not compile unless every grade has its label.
    const fn new(labels: &'static [(&'static str, &'static str)]) -> Self {
        assert!(labels.len() == MAX as usize + 1, "one label for each grade");
        Self(labels)
    }

    /// Each grade with its label, from 0.
    pub fn grades(&self) -> impl Iterator<Item = (i16, Label)> {
        (0..=MAX).zip(self.0).map(|(grade, (nl, en))| (grade, Label::fixed(nl, en)))
    }
}

/// How much the client needs of a support type: [`crate::needs::Level`].
pub const NEED_LEVELS: Scale<3> = Scale::new(&[
    ("Niet nodig", "Not needed"),
    ("Een beetje", "A little"),
    ("Nodig", "Needed"),
    ("Hard nodig", "Much needed"),
]);

/// How much tension there is with a supporter: [`crate::supporters::Intensity`], like those that follow.
pub const TENSIONS: Scale<4> = Scale::new(&[
    ("Geen spanning", "No tension"),
    ("Een beetje spanning", "A little tension"),
    ("Spanning", "Some tension"),
    ("Veel spanning", "Much tension"),
    ("Heel veel spanning", "Very much tension"),
]);

/// How much a supporter carries.
pub const BURDENS: Scale<4> = Scale::new(&[
    ("Niet belast", "No burden"),
    ("Licht belast", "A light burden"),
    ("Belast", "Some burden"),
    ("Zwaar belast", "A heavy burden"),
    ("Te zwaar belast", "Too heavy a burden"),
]);

/// How well two supporters know each other.
pub const TIE_STRENGTHS: Scale<4> = Scale::new(&[
    ("Kennen elkaar van naam", "Know each other by name"),
    ("Kennen elkaar een beetje", "Know each other a little"),
    ("Kennen elkaar", "Know each other"),
    ("Kennen elkaar goed", "Know each other well"),
    ("Heel hecht", "Very close"),
]);
