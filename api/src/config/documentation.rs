//! The page about every setting.

use super::{PREFIX, SETTINGS};

/// The contents of `docs/configuration.md`.
#[must_use]
pub fn documentation() -> String {
    let mut text = "# Configuration\n\n\
        Set each setting as an environment variable, or as a key of a TOML file named by `--config` or `OMRINGD_CONFIG`; keys \
        have no prefix and are in lower case. Environment variables take precedence. If a setting is unknown or its value is \
        invalid, the service does not start and reports the setting's name.\n\n\
        | variable | default | meaning |\n|---|---|---|\n"
        .to_owned();
    for (name, default, meaning) in SETTINGS {
        text.push_str(&format!("| `{PREFIX}{}` | {default} | {} |\n", name.to_uppercase(), meaning.trim()));
    }
    text
}
