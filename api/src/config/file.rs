//! The settings file. Errors contain the position and never the text, which may contain a password.

use super::ConfigError;
use std::path::Path;

/// Reads a TOML file and checks that it parses.
pub(super) fn read(path: &Path) -> Result<String, ConfigError> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| ConfigError::Unreadable(name.clone(), error.kind()))?;
    match text.parse::<toml::Table>() {
        Ok(_) => Ok(text),
        Err(error) => {
            let (line, column) = place(&text, error.span().map_or(0, |span| span.start));
            Err(ConfigError::NotToml { name, line, column })
        }
    }
}

/// Returns line and column of a byte offset, from 1.
fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte.min(text.len())).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}
