//! Cells that a spreadsheet would take for a formula.

use std::borrow::Cow;

/// What a formula begins with, in one spreadsheet or another.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether it begins with a formula, behind whatever apostrophes.
fn formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// The cell with an apostrophe before a formula; also before one that has an apostrophe of its own, so that
/// [`as_typed`] gives back every text as it was.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    if formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text of a cell that [`harmless`] wrote.
pub(crate) fn as_typed(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| formula(text)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_no_formula_any_more_and_comes_back() {
        for text in ["=1+1", "+31 6 12345678", "-1", "@me", "\ttab", "'=1", "''+1", "'s avonds", "Anna", "", "'"] {
            let cell = harmless(text);
            assert!(!cell.starts_with(FORMULA), "{cell}");
            assert_eq!(as_typed(&cell), text);
        }
        assert_eq!(harmless("'s avonds"), "'s avonds");
    }
}
