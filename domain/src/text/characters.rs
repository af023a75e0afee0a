//! Visibility of characters, by their Unicode properties.

use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointSetData};

/// Characters without a visible glyph although their properties say letter or symbol.
///
/// The blanks of braille, musical notation and hieroglyphs, and the object replacement character.
const EMPTY_GLYPHS: [char; 5] = ['\u{2800}', '\u{FFFC}', '\u{13441}', '\u{13442}', '\u{1D159}'];

/// Whether the character has no glyph and no width.
///
/// Joiners, fillers, variation selectors, direction marks.
pub(crate) fn is_invisible(c: char) -> bool {
    !c.is_ascii()
        && (EMPTY_GLYPHS.contains(&c)
            || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
            || GeneralCategoryGroup::Format.contains(category(c)))
}

/// Whether the character is visible by itself: not a space, a control character or a combining mark.
pub(crate) fn is_visible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_graphic();
    }
    const UNSEEN: GeneralCategoryGroup = GeneralCategoryGroup::Mark
        .union(GeneralCategoryGroup::Separator)
        .union(GeneralCategoryGroup::Control)
        .union(GeneralCategoryGroup::Format)
        .union(GeneralCategoryGroup::Surrogate);
    !UNSEEN.contains(category(c)) && !is_invisible(c)
}

/// Whether the character controls only the direction or encoding of the surrounding text.
///
/// It is useless in a single line, and can make one name look like another.
pub(super) fn is_steering(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_joiners_and_lone_marks_are_not_visible() {
        let unseen = "\u{200B}\u{2060}\u{200C}\u{200D}\u{200E}\u{200F}\u{61C}\u{AD}\u{34F}\u{180E}\u{2800}\u{3164}\u{FFA0}\
            \u{115F}\u{1160}\u{FE0F}\u{FE00}\u{E0100}\u{E0001}\u{E0020}\u{E007F}\u{202E}\u{2066}\u{FEFF}\u{17B4}\u{180B}\
            \u{1D159}\u{1D173}\u{FFF9}\u{206A}\u{300}\u{20DD}\u{903}\u{A0}\u{3000}\u{2028}\u{85}\u{FFFC} \t\n\r\0\u{7F}";
        for c in unseen.chars() {
            assert!(!is_visible(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn letters_digits_signs_and_private_use_are_visible() {
        for c in "aÅŁЖ名ת‌سĳ7?%-’👩🇳ሰ𓀀\u{E000}\u{FFFD}".chars().filter(|c| *c != '\u{200C}') {
            assert!(is_visible(c) && !is_invisible(c), "U+{:04X}", u32::from(c));
        }
    }
}
