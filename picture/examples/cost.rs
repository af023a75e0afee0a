//! Measures the cost of a picture: the median in microseconds. With the argument `svg`, SVG only.

#[path = "../tests/support/mod.rs"]
mod support;

use picture::{Sheet, pdf, png, svg};
use std::time::Instant;

#[expect(clippy::print_stdout, reason = "the purpose of this program")]
fn main() {
    let types = support::support_types();
    for supporters in [1, 8, 25, 60, 500] {
        let whole = support::example(supporters, 8);
        let scene = support::scene(&whole, &types);
        let json = median(50, || serde_json::to_string(&whole).map_or(0, |json| json.len()));
        println!("{supporters} supporters: JSON {json}");
        for sheet in [Sheet::Screen, Sheet::A4, Sheet::Wallet, Sheet::Phone] {
            let svg = median(200, || svg(&scene, sheet).len());
            print!("  {sheet:?}: SVG {svg}");
            if std::env::args().any(|argument| argument == "svg") {
                println!();
                continue;
            }
            let png = median(3, || png(&scene, sheet).map_or(0, |png| png.len()));
            let pdf = median(3, || pdf(&scene, sheet).map_or(0, |pdf| pdf.len()));
            println!(", PNG {png}, PDF {pdf}");
        }
    }
}

fn median(times: usize, mut work: impl FnMut() -> usize) -> u128 {
    let mut took: Vec<_> = (0..=times)
        .map(|_| {
            let begun = Instant::now();
            std::hint::black_box(work());
            begun.elapsed().as_micros()
        })
        .collect();
    took.sort_unstable();
    took[took.len() / 2]
}
