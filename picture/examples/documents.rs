//! Writes a document of difficult texts as `target/pictures/document.pdf`, for visual review.

use chrono::NaiveDate;
use domain::vocabulary::Language;
use picture::{Column, Document};
use std::{error::Error, fs, path::Path};

/// Texts that are difficult to wrap or to draw.
const TEXTS: [&str; 8] = [
    "דוד בן־גוריון (coach) bekeek uw kaart-in-wording.",
    "محمد الأمراني legde vast dat u om inzage vroeg.",
    "دعا محمد جارته إلى العشاء وتحدثا طويلا عن الأيام الصعبة وعن من يمكن أن يساعدهما.",
    "👩🏽‍🤝‍👨🏻 Els & Bob met 王小明 en 𝓐𝓷𝓷𝓪",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.Donaudampfschifffahrt",
    "Юлия Щукина, Łukasz Żółć, Nguyễn Thị Minh Khai",
    "Eerste regel\n\nDerde regel\tmet een tab",
    "",
];

fn main() -> Result<(), Box<dyn Error>> {
    let to = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
    let on = NaiveDate::from_ymd_opt(2026, 12, 3).ok_or("no such day")?;
    let mut document = Document::new("Uw gegevens", Language::Dutch, on);
    document.heading("Alinea’s");
    TEXTS.iter().for_each(|text| document.paragraph(*text));
    document.heading("Lijst");
    document.list(TEXTS.map(str::to_owned));
    document.heading("Rijen");
    document
        .rows(TEXTS.iter().zip(TEXTS.iter().rev()).map(|(label, value)| ((*label).to_owned(), (*value).to_owned())));
    document.subheading("Tabel");
    let columns = ["Wie", "Wat", "Waarom"].map(|heading| Column::new(heading, 1)).into();
    document.table(columns, TEXTS.windows(3).map(|texts| texts.iter().map(|text| (*text).to_owned()).collect()));
    fs::create_dir_all(&to)?;
    fs::write(to.join("document.pdf"), document.pdf()?)?;
    Ok(())
}
