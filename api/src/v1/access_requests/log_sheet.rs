//! The access log of a client's record, on paper.

use super::sheet_texts::Texts;
use crate::locale::number;
use crate::v1::access_log::sentence;
use domain::access_requests::{MOST_LINES, PrintedLog};
use domain::vocabulary::Language;
use picture::{Column, Document};

/// The sheet with a sentence for each line.
pub(super) fn document(log: &PrintedLog, language: Language) -> Document {
    let texts = Texts::new(&log.sheet, language);
    let mut document = texts.begin(texts.say("log-title"), &log.sheet);
    document.paragraph(texts.say("log-intro"));
    if log.more {
        document.paragraph(texts.say_of("log-more", "lines", number(language, MOST_LINES)));
    }
    let columns = vec![
        Column::new(texts.say("log-when"), 3),
        Column::new(texts.say("log-what"), 8),
        Column::new(texts.say("log-why"), 3),
    ];
    let rows = log.lines.iter().map(|line| {
        let basis = line.grounds.map(|grounds| texts.label(&grounds.basis.label()));
        vec![texts.moment(line.at), sentence(line, log.sheet.client.user_id, language), basis.unwrap_or_default()]
    });
    document.table(columns, rows);
    document.paragraph(texts.say("complaint"));
    document
}
