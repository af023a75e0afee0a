//! A table of people to invite.

use crate::tables::sheet::{Columns, Row, Sheet, is_broken};
use domain::access::{Role, Roles};
use domain::accounts::Email;
use domain::invitations::{InvitationRow, MAX_IMPORTED};
use domain::vocabulary::Language;
use domain::{Error, FieldCode, FieldError, Result};
use std::collections::HashSet;

/// The columns. The name is for the readers of the file: invited people give theirs.
const COLUMNS: Columns<'static, 'static> = Columns {
    table: "",
    required: &["email", "roles"],
    others: &["language", "name"],
    open: false,
    blank: &[],
    max_rows: MAX_IMPORTED,
};

/// Reads the people to invite: the columns `email` and `roles`, such as `admin coach` or `admin|coach`.
///
/// A column `language` may say `nl` or `en`. Delimiters, quotes and line endings are as in [`crate::read`]. A column `name` is ignored.
///
/// # Errors
/// [`Error::Invalid`] with every error, by row and column, also of an address that an earlier row has.
pub fn read_invitations(csv: &str) -> Result<Vec<InvitationRow>> {
    let mut errors = Vec::new();
    let rows = Sheet::read(csv, &COLUMNS, &mut errors);
    if errors.iter().any(is_broken) {
        // Rows are missing, so other errors may be consequences.
        errors.retain(is_broken);
        return Err(Error::Invalid(errors));
    }
    if errors.is_empty() && rows.is_empty() {
        return Err(Error::invalid("", FieldCode::TooFew(1)));
    }
    if errors.iter().any(is_missing_column) {
        return Err(Error::Invalid(errors));
    }
    let mut seen = HashSet::new();
    let mut invitations = Vec::new();
    for row in &rows {
        let email = cell(row, "email", &mut errors, |text| Email::new(text).map_err(|error| error.code()));
        let roles = cell(row, "roles", &mut errors, roles);
        let language = row.cell("language").map(|_| cell(row, "language", &mut errors, language));
        if email.as_ref().is_some_and(|email| !seen.insert(email.clone())) {
            errors.push(row.error(Some("email"), FieldCode::Duplicate));
        }
        if let (Some(email), Some(roles)) = (email, roles) {
            invitations.push(InvitationRow { row: row.number, email, roles, language: language.flatten() });
        }
    }
    if errors.is_empty() { Ok(invitations) } else { Err(Error::Invalid(errors)) }
}

/// Whether a required column is missing, so that every row would lack its cell.
fn is_missing_column(error: &FieldError) -> bool {
    error.code == FieldCode::Required
}

/// Reads a required cell; `None` with an error if it is empty or wrong.
fn cell<T>(
    row: &Row<'_>,
    column: &str,
    errors: &mut Vec<FieldError>,
    read: impl Fn(&str) -> std::result::Result<T, FieldCode>,
) -> Option<T> {
    let value = row.cell(column).ok_or(FieldCode::Required).and_then(read);
    value.map_err(|code| errors.push(row.error(Some(column), code))).ok()
}

/// The roles in a cell, in any case. The role client comes with a client only.
fn roles(cell: &str) -> std::result::Result<Roles, FieldCode> {
    let words = cell.split(|c: char| c == '|' || c.is_whitespace()).filter(|word| !word.is_empty());
    let role = |word: &str| match word.to_lowercase().as_str() {
        "coach" => Ok(Role::Coach),
        "admin" => Ok(Role::Admin),
        _ => Err(FieldCode::Enum),
    };
    let roles: Vec<_> = words.map(role).collect::<std::result::Result<_, _>>()?;
    if roles.is_empty() { Err(FieldCode::Required) } else { Ok(roles.into_iter().collect()) }
}

/// The language in a cell, in any case.
fn language(cell: &str) -> std::result::Result<Language, FieldCode> {
    cell.trim().to_lowercase().parse().map_err(|_| FieldCode::Enum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(csv: &str) -> Vec<String> {
        let Err(Error::Invalid(errors)) = read_invitations(csv) else { panic!("accepted: {csv}") };
        let named = |error: &FieldError| {
            let cell = error.cell.clone().map(|cell| format!("{} {} ", cell.row, cell.column.unwrap_or_default()));
            format!("{}{}", cell.unwrap_or_default(), error.code.code())
        };
        errors.iter().map(named).collect()
    }

    #[test]
    fn addresses_and_roles_are_read() {
        for csv in [
            "roles;email\r\nadmin coach;Jan@A.test\r\n\r\ncoach;piet@a.test\r\nADMIN;x@a.test\r\n",
            "\u{FEFF}Email,Name,Roles\nJan@A.test,\"Jansen, J.\",admin|coach\n\npiet@a.test,,coach\nx@a.test,X, Admin \n",
            "sep=\t\nname\temail\troles\n\tJan@A.test\tcoach | admin\n\n\tpiet@a.test\tcoach coach\nX\tx@a.test\tadmin\n",
        ] {
            let read = read_invitations(csv).unwrap_or_else(|error| panic!("{csv}: {error:?}"));
            let read: Vec<_> = read.iter().map(|row| (row.email.as_str(), row.roles.coach, row.roles.admin)).collect();
            assert_eq!(read, [("jan@a.test", true, true), ("piet@a.test", true, false), ("x@a.test", false, true)]);
        }
        assert_eq!(read_invitations("email,roles\n\na@a.test,coach\n").unwrap()[0].row, 3);
    }

    #[test]
    fn every_error_names_its_cell() {
        let csv = "email,roles\nno,coach\n,coach\na@a.test,owner\nb@a.test,\nB@a.test,client\na@a.test,coach,x\n\"c@a.test\",|\n";
        let expected = [
            "7  too-many",
            "2 email format",
            "3 email required",
            "4 roles enum",
            "5 roles required",
            "6 roles enum",
            "6 email duplicate",
            "7 email duplicate",
            "8 roles required",
        ];
        assert_eq!(errors(csv), expected);
        assert_eq!(errors("email;rolls\na@a.test;coach\n"), ["1 rolls unknown-member", "1 roles required"]);
        assert_eq!(errors("email;roles;language\na@a.test;coach;de\n"), ["2 language enum"]);
        assert_eq!(errors("email;roles;EMAIL\na@a.test;coach;\n"), ["1 email duplicate"]);
        assert_eq!(errors("email;roles\n\"a@a.test;coach\n"), ["2 email unclosed-quote"]);
        assert_eq!((errors(""), errors("email;roles\n")), (vec!["too-few".to_owned()], vec!["too-few".to_owned()]));
        let rows = |most: usize| (0..most).map(|n| format!("a{n}@a.test,coach\n")).collect::<String>();
        assert_eq!(errors(&format!("email,roles\n{}", rows(MAX_IMPORTED + 1))), ["502  too-many"]);
        assert_eq!(read_invitations(&format!("email,roles\n{}", rows(MAX_IMPORTED))).unwrap().len(), MAX_IMPORTED);
    }
}
