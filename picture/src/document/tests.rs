use super::flow::{BOTTOM, EDGES, Laid, Node, TOP, laid};
use super::*;
use proptest::prelude::*;

fn document() -> Document {
    let on = NaiveDate::from_ymd_opt(2026, 12, 3).unwrap();
    Document::new("Uw gegevens", Language::Dutch, on)
}

/// The text of a leaf, without the spaces between its words.
fn read(laid: &Laid, leaf: usize) -> String {
    let lines = laid.pages.iter().flat_map(|page| &page.lines).filter(|placed| placed.leaf == Some(leaf));
    lines.flat_map(|placed| placed.line.text.chars()).filter(|c| !c.is_whitespace()).collect()
}

/// The same of a text as it was given.
fn without_spaces(text: &str) -> String {
    let plain: String = text.lines().map(crate::text::line).collect();
    let plain: String = plain.chars().filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() { "–".to_owned() } else { plain }
}

/// Every line is between the edges and on the page.
fn check_places(laid: &Laid) {
    for placed in laid.pages.iter().flat_map(|page| &page.lines) {
        let line = &placed.line;
        let drawn = line.drawn.as_ref().unwrap_or(&line.text).trim_end();
        let end = placed.x + line.face.width(drawn) * line.size;
        assert!(placed.x >= EDGES.0 && end <= EDGES.1 + 0.5, "{drawn:?} from {} to {end}", placed.x);
        assert!(placed.y >= TOP && placed.y <= BOTTOM, "{drawn:?} at {}", placed.y);
    }
}

/// A text of any script and length, with and without spaces.
fn any_text() -> impl Strategy<Value = String> {
    let words = [
        "Anna",
        "דוד",
        "محمد",
        "李",
        "👩\u{200D}🦱",
        "\n",
        "\t",
        "\u{202E}",
        "e\u{301}",
        "Wolfeschlegelsteinhausenbergerdorff",
    ];
    let word = prop_oneof![prop::sample::select(words.to_vec()).prop_map(str::to_owned), "\\PC{0,20}", ".{0,8}"];
    prop_oneof![
        4 => prop::collection::vec(word.clone(), 0..20).prop_map(|words| words.join(" ")),
        1 => prop::collection::vec(word, 0..400).prop_map(|words| words.concat()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_written_whole_between_the_edges(texts in prop::collection::vec(any_text(), 8)) {
        let mut document = document();
        document.heading(texts[0].as_str());
        document.subheading(texts[1].as_str());
        document.paragraph(texts[2].as_str());
        document.list([texts[3].clone()]);
        document.rows([(texts[4].clone(), texts[5].clone())]);
        document.table(vec![Column::new("Wie", 1), Column::new("Wat", 3)], [vec![texts[6].clone(), texts[7].clone()]]);
        let laid = laid(&document);
        check_places(&laid);
        let mut leaves = Vec::new();
        for node in &laid.nodes[1..] {
            match node {
                Node::Heading { leaf, .. } | Node::Paragraph(leaf) => leaves.push(*leaf),
                Node::List(items) => leaves.extend(items),
                Node::Rows(rows) => leaves.extend(rows.iter().flatten()),
                Node::Table { rows, .. } => leaves.extend(rows.iter().flatten()),
            }
        }
        for (leaf, text) in leaves.into_iter().zip(&texts) {
            prop_assert_eq!(read(&laid, leaf), without_spaces(text));
        }
        prop_assert!(document.pdf().unwrap().starts_with(b"%PDF-"));
    }
}

#[test]
fn a_long_table_repeats_its_headings_and_a_long_cell_goes_on() {
    let mut document = document();
    let long = "Elke dinsdag boodschappen doen. ".repeat(300);
    let row = |n: usize| vec![format!("regel{n}"), if n == 50 { long.clone() } else { "kort".to_owned() }];
    document.table(vec![Column::new("Wie", 1), Column::new("Wat", 2)], (0..120).map(row));
    let laid = laid(&document);
    check_places(&laid);
    assert!(laid.pages.len() > 5, "{}", laid.pages.len());
    for page in &laid.pages {
        assert_eq!(page.lines.iter().filter(|placed| placed.line.text == "Wie").count(), 1);
    }
    let rows: usize =
        laid.pages.iter().flat_map(|page| &page.lines).filter(|at| at.line.text.starts_with("regel")).count();
    assert_eq!(rows, 120);
}

#[test]
fn a_heading_is_on_the_page_of_what_follows() {
    for before in 0..60 {
        let mut document = document();
        (0..before).for_each(|_| document.paragraph("Een regel."));
        document.heading("Uw rechten");
        document.paragraph("Na de kop.");
        let laid = laid(&document);
        let page = |text: &str| laid.pages.iter().position(|page| page.lines.iter().any(|at| at.line.text == text));
        assert_eq!(page("Uw rechten"), page("Na de kop."), "after {before} lines");
    }
}

#[test]
fn names_of_other_scripts_do_not_turn_a_sentence() {
    let runs = shape::runs("דוד כהן bekeek uw kaart");
    let order: Vec<_> = runs.iter().map(|run| run.right_to_left).collect();
    assert_eq!(order, [true, false]);
    assert_eq!(shape::runs("Anna").len(), 1);
    let hebrew = shape::runs("דוד כהן.");
    assert!(hebrew.iter().any(|run| run.right_to_left));
}

#[test]
fn the_document_is_tagged_and_says_its_language() {
    let mut plain = document();
    plain.heading("Mensen");
    plain.list(["Een".to_owned(), "Twee".to_owned()]);
    plain.rows([("Naam".to_owned(), "Saskia".to_owned())]);
    plain.table(vec![Column::new("Wie", 1)], [vec!["Anna".to_owned()]]);
    let accessible = |document: &Document| {
        let pdf = document.pdf().unwrap();
        let text = String::from_utf8_lossy(&pdf).into_owned();
        for said in ["/Lang(nl)", "/MarkInfo", "/StructTreeRoot"] {
            assert!(text.contains(said), "{said}");
        }
        text.contains("pdfuaid:part")
    };
    assert!(accessible(&plain), "PDF/UA-1");
    let mut hebrew = document();
    hebrew.paragraph("דוד כהן bekeek uw kaart, محمد ook.");
    assert!(accessible(&hebrew), "every character has a glyph");
    assert_eq!(plain.pdf().unwrap(), plain.pdf().unwrap(), "the same document has the same bytes");
}
