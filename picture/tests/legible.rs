//! Minimum font sizes: in points in the PDF, and in pixels on a phone.

#![expect(clippy::unwrap_used, reason = "a test may panic and print its measurements")]

mod support;

use domain::maps::WholeMap;
use domain::vocabulary::BuiltInSupport;
use picture::{Sheet, pdf, svg};
use roxmltree::Document;
use support::{example, scene, streams, support_types};

/// A map with built-in support types only, since the letter of a custom type is a sign and not text.
fn map(supporters: usize) -> WholeMap {
    let mut whole = example(supporters, supporters.min(9));
    let built_in: Vec<_> = BuiltInSupport::ALL.iter().map(|word| (*word).into()).collect();
    for supporter in &mut whole.supporters {
        supporter.answers.supports.iter_mut().for_each(|all| all.retain(|one| built_in.contains(&one.support_type)));
    }
    whole
}

/// The content streams of the pages that show text.
fn contents(pdf: &[u8]) -> Vec<String> {
    streams(pdf).into_iter().filter(|text| text.contains(" Tf")).collect()
}

/// The font sizes on a page, in points: the size of the font times its scale.
fn sizes(content: &str) -> Vec<f64> {
    let tokens: Vec<&str> = content.split_ascii_whitespace().collect();
    let number = |at: usize| tokens[at].parse::<f64>().unwrap();
    let (mut scale, mut outer, mut sizes) = (1.0, Vec::new(), Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        match *token {
            "q" => outer.push(scale),
            "Q" => scale = outer.pop().unwrap(),
            "cm" => scale *= number(at - 3).abs(),
            "Tf" => sizes.push(number(at - 1) * scale),
            _ => {}
        }
    }
    sizes
}

#[test]
fn text_on_paper_has_eleven_points_and_in_a_wallet_ten() {
    let types = support_types();
    for supporters in [0, 1, 8, 25, 60, 200] {
        let whole = map(supporters);
        for (sheet, least) in [(Sheet::A4, 11.0), (Sheet::Wallet, 10.0)] {
            let pdf = pdf(&scene(&whole, &types), sheet).unwrap();
            let sizes: Vec<_> = contents(&pdf).iter().flat_map(|content| sizes(content)).collect();
            assert!(sizes.len() > 20, "{supporters} supporters, {sheet:?}: {} texts", sizes.len());
            let smallest = sizes.iter().copied().fold(f64::MAX, f64::min);
            println!("{supporters} supporters, {sheet:?}: {smallest:.2} points");
            assert!(smallest >= least, "{supporters} supporters, {sheet:?}: {smallest} points");
        }
    }
}

#[test]
fn text_on_a_phone_has_twelve_pixels() {
    let types = support_types();
    for supporters in [0, 1, 8, 25, 60, 200] {
        let svg = svg(&scene(&map(supporters), &types), Sheet::Phone);
        let document = Document::parse(&svg).unwrap();
        let size = document.root_element().attribute("viewBox").unwrap();
        assert!(size.starts_with("0 0 390 "), "{size}");
        let texts = document.descendants().filter_map(|node| node.attribute("font-size"));
        let smallest = texts.map(|size| size.parse::<f64>().unwrap()).fold(f64::MAX, f64::min);
        assert!(smallest >= 12.0, "{supporters} supporters: {smallest}");
    }
}

#[test]
fn on_paper_many_people_are_numbered_with_names_on_a_second_page() {
    let types = support_types();
    let svg = svg(&scene(&map(150), &types), Sheet::A4);
    let (first, second) = svg.split_once("<g transform=\"translate(0 1188)\">").unwrap();
    assert!(first.contains(">130</text>") && !first.contains(">Wie is wie<"));
    assert!(second.contains(">Wie is wie<") && second.contains(">130. "));
}
