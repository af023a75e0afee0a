//! The picture, through the public API of the crate.

#![expect(clippy::unwrap_used, reason = "a test may panic and print its measurements")]

mod support;

use domain::maps::WholeMap;
use domain::vocabulary::{Availability, BuiltInSupport, Language};
use picture::{Scene, Sheet, pdf, png, svg};
use proptest::prelude::*;
use roxmltree::{Document, Node};
use std::sync::Mutex;
use support::{add, answers, empty, example, scene, support_types};

const SHEETS: [(Sheet, &str); 4] =
    [(Sheet::Screen, "screen"), (Sheet::A4, "a4"), (Sheet::Wallet, "wallet"), (Sheet::Phone, "phone")];
/// The number of supporters and agreements of the snapshots.
const SIZES: [(usize, usize); 5] = [(0, 0), (1, 1), (8, 3), (25, 8), (60, 30)];

fn drawn(whole: &WholeMap, sheet: Sheet) -> String {
    svg(&scene(whole, &support_types()), sheet)
}

fn marks<'a>(document: &'a Document<'a>) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.attribute("role") == Some("listitem")).collect()
}

fn title(node: Node<'_, '_>) -> String {
    let title = node.children().find(|child| child.has_tag_name("title")).unwrap();
    title.text().unwrap_or_default().to_owned()
}

/// The title and rectangle of each mark: left, top, right, bottom.
fn boxes(svg: &str) -> Vec<(String, [f64; 4])> {
    let document = Document::parse(svg).unwrap();
    let rect = |node: Node<'_, '_>| {
        let rect = node.children().find(|child| child.has_tag_name("rect")).unwrap();
        let [x, y, w, h] =
            ["x", "y", "width", "height"].map(|name| rect.attribute(name).unwrap().parse::<f64>().unwrap());
        [x, y, x + w, y + h]
    };
    marks(&document).into_iter().map(|node| (title(node), rect(node))).collect()
}

/// The number of pairs of marks that overlap.
fn touching(boxes: &[(String, [f64; 4])]) -> usize {
    let overlap = |a: &[f64; 4], b: &[f64; 4]| a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    let pairs = boxes.iter().enumerate().flat_map(|(at, one)| boxes[at + 1..].iter().map(move |other| (one, other)));
    pairs.filter(|((_, one), (_, other))| overlap(one, other)).count()
}

/// A map with this many supporters, with answers that depend on the seed.
fn variant(supporters: usize, seed: u64) -> WholeMap {
    let mut whole = example(supporters, 0);
    for (number, supporter) in whole.supporters.iter_mut().enumerate() {
        supporter.answers = answers(seed * 1000 + number as u64, &support_types());
    }
    whole
}

#[test]
fn the_pictures_match_the_snapshots() {
    for (supporters, agreements) in SIZES {
        let whole = example(supporters, agreements);
        for (sheet, name) in SHEETS {
            insta::assert_binary_snapshot!(&format!("{supporters}-{name}.svg"), drawn(&whole, sheet).into_bytes());
        }
    }
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let whole = example(25, 8);
    let types = support_types();
    let mut shuffled = whole.clone();
    shuffled.persons.reverse();
    shuffled.supporters.rotate_left(7);
    for (sheet, _) in SHEETS {
        let (one, other) = (scene(&whole, &types), scene(&shuffled, &types));
        assert_eq!(svg(&one, sheet), svg(&other, sheet));
        assert_eq!(pdf(&one, sheet).unwrap(), pdf(&one, sheet).unwrap());
    }
    let scene = scene(&whole, &types);
    assert_eq!(png(&scene, Sheet::Wallet).unwrap(), png(&scene, Sheet::Wallet).unwrap());
}

#[test]
fn png_and_pdf_have_the_size_of_the_sheet() {
    let whole = example(8, 3);
    let types = support_types();
    let scene = scene(&whole, &types);
    let dots = |sheet| {
        let png = png(&scene, sheet).unwrap();
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
        [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()))
    };
    assert_eq!(dots(Sheet::A4), [1680, 2376]);
    assert_eq!(dots(Sheet::Wallet), [1360, 864]);
    for (sheet, media_box) in [(Sheet::A4, "[0 0 595.2756 841.8898]"), (Sheet::Wallet, "[0 0 240.94489 153.07086]")] {
        let pdf = pdf(&scene, sheet).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"));
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains(&format!("/MediaBox{media_box}")), "{sheet:?}");
        for said in ["/Lang(nl)", "/MarkInfo", "/StructTreeRoot", "/S/Figure", "pdfuaid:part"] {
            assert!(text.contains(said) || sheet == Sheet::Wallet && said == "/S/Figure", "{sheet:?}: {said}");
        }
    }
}

#[test]
fn no_two_marks_touch_on_maps_of_up_to_sixty() {
    for seed in 0..12 {
        for supporters in [1, 2, 5, 8, 12, 16, 20, 25, 40, 60] {
            let boxes = boxes(&drawn(&variant(supporters, seed), Sheet::Screen));
            assert_eq!(boxes.len(), supporters);
            assert_eq!(touching(&boxes), 0, "{supporters} supporters, variant {seed}");
        }
    }
}

#[test]
fn a_new_person_moves_nobody_on_maps_of_up_to_twenty_five() {
    let (mut moved, mut all, mut farthest) = (0, 0, 0.0_f64);
    for seed in 0..12 {
        for supporters in 1..25 {
            let after = variant(supporters + 1, seed);
            let mut before = after.clone();
            before.supporters.pop();
            let (before, after) = (places(&before), places(&after));
            for (title, (x, y)) in &before {
                let (_, (to_x, to_y)) = after.iter().find(|(other, _)| other == title).unwrap();
                let distance = (x - to_x).hypot(y - to_y);
                farthest = farthest.max(distance);
                // The centre of a widened mark may move by rounding only.
                moved += usize::from(distance > 0.02);
                all += 1;
            }
        }
    }
    println!("{moved} of {all} moved, at most {farthest:.1} of 580");
    assert_eq!(moved, 0);
}

#[test]
fn a_removed_person_moves_few_others() {
    let (mut moved, mut all) = (0, 0);
    for seed in 0..12 {
        for gone in 0..20 {
            let before = variant(20, seed);
            let mut after = before.clone();
            after.supporters.remove(gone);
            let (before, after) = (places(&before), places(&after));
            all += after.len();
            let near = |one: &(f64, f64), other: &(f64, f64)| (one.0 - other.0).hypot(one.1 - other.1) < 0.02;
            let stayed = |(title, place): &(String, (f64, f64))| {
                before.iter().any(|(other, old)| other == title && near(place, old))
            };
            moved += after.iter().filter(|place| !stayed(place)).count();
        }
    }
    println!("{moved} of {all} moved");
    assert!(moved * 20 < all, "{moved} of {all}");
}

/// The centre of each mark on a ring.
fn places(whole: &WholeMap) -> Vec<(String, (f64, f64))> {
    let mut placed = whole.clone();
    placed.supporters.retain(|supporter| supporter.answers.closeness.is_some());
    let boxes = boxes(&drawn(&placed, Sheet::Screen)).into_iter();
    boxes.map(|(title, [x, y, to_x, to_y])| (title, (f64::midpoint(x, to_x), f64::midpoint(y, to_y)))).collect()
}

#[test]
fn markup_in_a_name_is_escaped() {
    let name = "</text><script>alert(\"1\")</script> & '";
    let mut whole = empty("<b>kanker</b>");
    add(&mut whole, 0, name, answers(1, &[]));
    for (sheet, _) in SHEETS {
        let svg = drawn(&whole, sheet);
        let document = Document::parse(&svg).unwrap();
        assert!(document.descendants().all(|node| !node.has_tag_name("script")));
        assert!(!svg.contains("href") && !svg.contains("<script") && !svg.contains("url("));
    }
    let svg = drawn(&whole, Sheet::Screen);
    let document = Document::parse(&svg).unwrap();
    assert!(title(marks(&document)[0]).starts_with(name));
}

#[test]
fn it_says_what_it_shows() {
    let whole = example(25, 8);
    for (sheet, _) in SHEETS {
        let svg = drawn(&whole, sheet);
        let document = Document::parse(&svg).unwrap();
        let root = document.root_element();
        assert_eq!((root.attribute("role"), root.attribute("lang")), (Some("img"), Some("nl")));
        let labels = root.attribute("aria-labelledby").unwrap();
        for id in labels.split(' ') {
            assert!(root.children().any(|child| child.attribute("id") == Some(id) && child.text().is_some()));
        }
        assert_eq!(title(root), "Mijn leven met … dementie: Kaart 3, 24 november 2026");
    }
    let svg = drawn(&whole, Sheet::Screen);
    let document = Document::parse(&svg).unwrap();
    assert_eq!(marks(&document).len(), 25);
    let description = document.root_element().children().find(|child| child.has_tag_name("desc")).unwrap();
    let description = description.text().unwrap();
    for person in &whole.persons {
        assert!(description.contains(person.profile.alias.as_str()));
    }
}

#[test]
fn it_speaks_dutch_or_english() {
    let whole = example(8, 3);
    let types = support_types();
    let dutch = scene(&whole, &types);
    let english = Scene { language: Language::English, number: None, ..dutch };
    let text = svg(&english, Sheet::A4);
    for said in
        [">In the making<", ">24 November 2026<", "Whom do I ask for what?", ">Inner ring<", ">me<", "lang=\"en\""]
    {
        assert!(text.contains(said), "{said}");
    }
    for said in ["Kaart", "Binnenste", "Afspraken", "Gepland", "december 2026, "] {
        assert!(!text.contains(said), "{said}");
    }
}

#[test]
fn available_support_is_filled_and_the_rest_is_not() {
    let mut whole = example(1, 0);
    let mut look = |availability| {
        whole.supporters[0].answers.supports = Some(vec![domain::supporters::Support {
            support_type: BuiltInSupport::Emotional.into(),
            direction: None,
            availability,
        }]);
        let svg = drawn(&whole, Sheet::Screen);
        let mark = svg.split("role=\"listitem\"").nth(1).unwrap();
        let sign = &mark[mark.find("<path").unwrap()..];
        let sign = &sign[..sign.find("</g>").unwrap()];
        (sign.contains("fill=\"#ffffff\""), sign.matches("<path").count())
    };
    assert_eq!(look(Some(Availability::ReceivedNow)), (false, 1));
    assert_eq!(look(Some(Availability::CouldAsk)), (false, 1));
    assert_eq!(look(Some(Availability::WouldNotAsk)), (true, 2));
    assert_eq!(look(None), (true, 1));
}

#[test]
fn a_pdf_with_names_of_other_scripts_is_accessible_too() {
    let mut whole = empty("dementie");
    for (number, name) in ["דוד בן־גוריון", "王小明", "😀 👩🏽‍🤝‍👨🏻", "Zoe\u{308}", "Nguyễn", "محمد"].iter().enumerate()
    {
        add(&mut whole, number as u64, name, answers(number as u64, &[]));
    }
    let pdf = pdf(&scene(&whole, &support_types()), Sheet::A4).unwrap();
    assert!(String::from_utf8_lossy(&pdf).contains("<pdfuaid:part>1</pdfuaid:part>"));
}

/// Captures what the renderer logs.
struct Said;

static WARNINGS: Mutex<Vec<String>> = Mutex::new(Vec::new());

impl log::Log for Said {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        if record.target().starts_with("usvg") {
            WARNINGS.lock().unwrap().push(record.args().to_string());
        }
    }

    fn flush(&self) {}
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// For any names, the drawing is well formed and contains the full names.
    #[test]
    fn any_name_is_drawn_completely(names in prop::collection::vec(name(), 1..6), theme in name()) {
        let mut whole = empty(&theme);
        for (number, name) in names.iter().enumerate() {
            add(&mut whole, number as u64, name, answers(number as u64, &[]));
        }
        for (sheet, _) in SHEETS {
            let svg = drawn(&whole, sheet);
            let document = Document::parse(&svg).unwrap();
            if sheet == Sheet::Screen {
                let titles: Vec<_> = marks(&document).into_iter().map(title).collect();
                for name in &names {
                    let whole: String = name.chars().filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect();
                    prop_assert!(titles.iter().any(|title| title.contains(&whole)), "{whole:?} in {titles:?}");
                }
            }
        }
        let types = support_types();
        let _ = log::set_logger(&Said);
        log::set_max_level(log::LevelFilter::Warn);
        prop_assert!(pdf(&scene(&whole, &types), Sheet::Screen).is_ok());
        prop_assert!(png(&scene(&whole, &types), Sheet::Wallet).is_ok());
        let said = std::mem::take(&mut *WARNINGS.lock().unwrap());
        prop_assert!(said.is_empty(), "names in the log: {said:?}");
    }
}

/// Names that the domain accepts: visible characters, at most 200.
fn name() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        "[a-zA-Zé ']{1,30}",
        "\\PC{1,60}",
        Just("דוד בן־גוריון".to_owned()),
        Just("محمد الأمراني".to_owned()),
        Just("👩🏽‍🤝‍👨🏻👨‍👩‍👧‍👦🇳🇱".to_owned()),
        Just("王小明".to_owned()),
        Just(format!("Z{}", "\u{301}\u{323}".repeat(60))),
        Just("\u{202E}omgekeerd\u{2066}\u{2069}\u{2069}".to_owned()),
        Just("=SOM(A1)\t]]>&amp;<!--".to_owned()),
        Just("W".repeat(120)),
    ];
    prop::collection::vec(pieces, 1..4)
        .prop_map(|pieces| pieces.concat().chars().take(200).collect())
        .prop_filter_map("the domain refuses it", |name: String| domain::ShortText::new(name).ok().map(String::from))
}
