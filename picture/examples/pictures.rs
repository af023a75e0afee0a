//! Draws example maps of every size on every sheet, into `target/pictures`, to look at.

#[path = "../tests/support/mod.rs"]
mod support;

use picture::{Sheet, pdf, png, svg};
use std::{error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let to = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
    fs::create_dir_all(&to)?;
    let types = support::support_types();
    for (supporters, agreements) in [(0, 0), (1, 1), (8, 3), (25, 8), (60, 30), (500, 30)] {
        let whole = support::example(supporters, agreements);
        let mut scene = support::scene(&whole, &types);
        if supporters == 1 {
            scene.number = None;
            scene.language = domain::vocabulary::Language::English;
        }
        for (sheet, name) in [(Sheet::Screen, "screen"), (Sheet::A4, "a4"), (Sheet::Wallet, "wallet")] {
            let file = |extension: &str| to.join(format!("{supporters:03}-{name}.{extension}"));
            fs::write(file("svg"), svg(&scene, sheet))?;
            fs::write(file("png"), png(&scene, sheet)?)?;
            fs::write(file("pdf"), pdf(&scene, sheet)?)?;
        }
    }
    Ok(())
}
