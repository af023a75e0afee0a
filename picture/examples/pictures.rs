//! Draws example maps of every size on every sheet into `target/pictures`, for visual review.
//!
//! An argument (`025`, `names`) selects one map.

#[path = "../tests/support/mod.rs"]
mod support;

use domain::maps::WholeMap;
use domain::vocabulary::Language;
use picture::{Include, Sheet, pdf, png, svg};
use std::{error::Error, fs, path::Path};

/// Names that are difficult to draw.
const NAMES: [&str; 14] = [
    "דוד בן־גוריון",
    "محمد الأمراني",
    "👩🏽‍🤝‍👨🏻 Els & Bob",
    "王小明",
    "Nguyễn Thị Minh Khai",
    "Z\u{301}\u{323}\u{302}\u{308}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}algo",
    "\u{202E}omgekeerd",
    "</text><script>alert(1)</script>",
    "=SOM(A1:A9)",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "Łukasz Żółć",
    "Ἀριστοτέλης",
    "Юлия Щукина",
    "☺ ★ 😀",
];

fn hard() -> WholeMap {
    let mut whole = support::empty(NAMES[0]);
    for (number, name) in NAMES.iter().enumerate() {
        support::add(&mut whole, number as u64, name, support::answers(number as u64, &[]));
    }
    whole
}

fn main() -> Result<(), Box<dyn Error>> {
    let to = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
    fs::create_dir_all(&to)?;
    let types = support::support_types();
    let sizes = [(0, 0), (1, 1), (8, 3), (25, 8), (60, 30), (200, 30)];
    let sized = sizes.map(|(people, agreements)| (format!("{people:03}"), support::example(people, agreements)));
    let only = std::env::args().nth(1);
    let more = [("names".to_owned(), hard()), ("asked".to_owned(), support::example(12, 4))];
    for (name, whole) in sized.into_iter().chain(more) {
        if only.as_ref().is_some_and(|only| *only != name) {
            continue;
        }
        let mut scene = support::scene(&whole, &types);
        if name == "asked" {
            scene.include = Include { tension: true, burden: true, refusals: true };
            scene.client = Some("Saskia de Vries");
            scene.language = Language::English;
        }
        if name == "001" {
            scene.number = None;
            scene.language = Language::English;
        }
        for (sheet, of) in
            [(Sheet::Screen, "screen"), (Sheet::A4, "a4"), (Sheet::Wallet, "wallet"), (Sheet::Phone, "phone")]
        {
            let file = |extension: &str| to.join(format!("{name}-{of}.{extension}"));
            fs::write(file("svg"), svg(&scene, sheet))?;
            fs::write(file("png"), png(&scene, sheet)?)?;
            fs::write(file("pdf"), pdf(&scene, sheet)?)?;
        }
    }
    Ok(())
}
