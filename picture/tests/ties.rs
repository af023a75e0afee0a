//! No tie crosses a mark other than its ends, or the client.

#![expect(clippy::unwrap_used, reason = "a test may panic and print its measurements")]

mod support;

use domain::TieId;
use domain::maps::WholeMap;
use domain::supporters::Intensity;
use domain::ties::{Pair, Tie};
use domain::vocabulary::Closeness;
use picture::{Sheet, svg};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use support::{add, answers, empty, example, id, instant, scene, support_types};

const SHEETS: [Sheet; 4] = [Sheet::Screen, Sheet::A4, Sheet::Wallet, Sheet::Phone];

type Point = (f64, f64);
/// Left, top, right, bottom.
type Edges = [f64; 4];

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

fn children<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| child.has_tag_name(name))
}

/// The label rectangle of each supporter's mark.
fn plates(document: &Document<'_>) -> Vec<Edges> {
    let marks = document.descendants().filter(|node| node.attribute("role") == Some("listitem"));
    let plates = marks.map(|mark| mark.children().find(|child| child.has_tag_name("rect")).unwrap());
    plates
        .map(|plate| {
            let [x, y, w, h] = ["x", "y", "width", "height"].map(|name| number(plate, name));
            [x, y, x + w, y + h]
        })
        .collect()
}

/// The control points of each tie's curve.
fn curves(document: &Document<'_>) -> Vec<[Point; 4]> {
    let groups = document.descendants().filter(|node| node.attribute("fill") == Some("none") && node.has_tag_name("g"));
    let paths = groups.flat_map(|group| children(group, "path").collect::<Vec<_>>());
    paths
        .map(|path| {
            let numbers = path.attribute("d").unwrap().split(['M', 'C', ' ']).filter(|part| !part.is_empty());
            let numbers: Vec<f64> = numbers.map(|part| part.parse().unwrap()).collect();
            [0, 2, 4, 6].map(|at| (numbers[at], numbers[at + 1]))
        })
        .collect()
}

fn on(curve: &[Point; 4], t: f64) -> Point {
    let s = 1.0 - t;
    let parts = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    curve.iter().zip(parts).fold((0.0, 0.0), |(x, y), (point, part)| (x + part * point.0, y + part * point.1))
}

fn inside((x, y): Point, [left, top, right, bottom]: Edges, margin: f64) -> bool {
    x > left - margin && x < right + margin && y > top - margin && y < bottom + margin
}

/// The number of labels crossed by other ties, and whether a tie crosses the client.
///
/// A label that a tie nearly touches counts as crossed.
fn crossed(svg: &str) -> (usize, usize) {
    let document = Document::parse(svg).unwrap();
    let (plates, curves) = (plates(&document), curves(&document));
    let client = document.descendants().rfind(|node| node.has_tag_name("circle"));
    let client = client.map(|node| ((number(node, "cx"), number(node, "cy")), number(node, "r")));
    let mut through = 0;
    for curve in &curves {
        let middle = |plate: &Edges| (f64::midpoint(plate[0], plate[2]), plate[1], plate[3]);
        let end = |plate: &Edges| {
            let (x, top, bottom) = middle(plate);
            [curve[0], curve[3]].iter().any(|end| (end.0 - x).abs() < 0.02 && end.1 > top && end.1 < bottom)
        };
        let way: Vec<_> = (0..=400).map(|step| on(curve, f64::from(step) / 400.0)).collect();
        let others = plates.iter().filter(|plate| !end(plate));
        through += others.filter(|plate| way.iter().any(|point| inside(*point, **plate, 0.5))).count();
        let ((x, y), radius) = client.unwrap();
        through += usize::from(way.iter().any(|point| (point.0 - x).hypot(point.1 - y) < radius + 0.5));
    }
    (through, curves.len())
}

/// Draws the map on every sheet, and returns the number of ties on the map and on the screen sheet.
fn check(whole: &WholeMap, name: &str) -> (usize, usize) {
    let types = support_types();
    let drawn = SHEETS.map(|sheet| {
        let (through, drawn) = crossed(&svg(&scene(whole, &types), sheet));
        assert_eq!(through, 0, "{name}, {sheet:?}: of {drawn} ties");
        drawn
    });
    (whole.ties.len(), drawn[0])
}

/// Adds a tie between the supporters with these indices.
fn know_each_other(whole: &mut WholeMap, pair: [usize; 2], strength: i16) {
    let [one, other] = pair.map(|at| whole.supporters[at].id);
    let Some(between) = Pair::new(one, other) else { return };
    if whole.ties.iter().any(|tie| tie.between == between) {
        return;
    }
    let id = TieId(id(5, whole.ties.len() as u64));
    let (map_id, strength) = (whole.map.id, Some(Intensity::try_from(strength).unwrap()));
    let (created_at, updated_at) = (instant(), instant());
    whole.ties.push(Tie { id, map_id, between, strength, version: 1, created_at, updated_at });
}

#[test]
fn no_tie_of_a_generated_map_crosses_a_mark_that_is_not_its_end() {
    for supporters in [0, 1, 8, 25, 60, 200] {
        let whole = example(supporters, 0);
        let (ties, drawn) = check(&whole, &format!("{supporters} supporters"));
        println!("{supporters} supporters: {drawn} of {ties} ties drawn");
        assert!(supporters > 25 || drawn * 10 >= ties * 8, "{drawn} of {ties}");
    }
}

#[test]
fn no_tie_crosses_a_mark_on_a_dense_map() {
    for supporters in [4, 8, 12] {
        let mut whole = example(supporters, 0);
        for one in 0..supporters {
            for other in one + 1..supporters {
                know_each_other(&mut whole, [one, other], 2);
            }
        }
        let (ties, drawn) = check(&whole, &format!("{supporters} supporters"));
        println!("{supporters} supporters: {drawn} of {ties} ties drawn");
        assert!(drawn * 10 >= ties * 8, "{drawn} of {ties}");
    }
}

#[test]
fn a_tie_that_is_not_drawn_is_listed() {
    let whole = example(200, 0);
    let svg = svg(&scene(&whole, &support_types()), Sheet::Screen);
    let document = Document::parse(&svg).unwrap();
    let drawn = curves(&document).len();
    assert!(drawn < whole.ties.len());
    let titles = document.descendants().filter(|node| node.has_tag_name("title")).filter_map(|node| node.text());
    assert_eq!(titles.filter(|title| title.contains(" en ") && !title.contains(';')).count(), whole.ties.len() - drawn);
}

/// The rows of a CSV file without line breaks in cells, by column name.
fn rows(folder: &Path, file: &str) -> Vec<HashMap<String, String>> {
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    let cells = |line: &str| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect::<Vec<_>>();
    let mut lines = text.lines();
    let headings = cells(lines.next().unwrap());
    lines.map(|line| headings.iter().cloned().zip(cells(line)).collect()).collect()
}

/// Thirty real support networks, stored outside the repository.
///
/// Without them the test prints a note and passes, unless `OMRINGD_REQUIRE_TRANSNAT` is set.
#[test]
fn no_tie_crosses_a_mark_on_thirty_real_networks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/transnat");
    if !folder.is_dir() {
        assert!(std::env::var_os("OMRINGD_REQUIRE_TRANSNAT").is_none(), "{} is missing", folder.display());
        println!("skipped: the real networks are not available");
        return;
    }
    let mut networks = BTreeMap::<String, (WholeMap, Vec<String>)>::new();
    for (number, alter) in rows(&folder, "alters.csv").iter().enumerate() {
        let (whole, ids) = networks.entry(alter["egoID"].clone()).or_insert_with(|| (empty("migratie"), Vec::new()));
        let mut answers = answers(number as u64, &[]);
        answers.closeness = match alter["intensity"].as_str() {
            "very close" => Some(Closeness::Inner),
            "close" => Some(Closeness::Middle),
            "" => None,
            _ => Some(Closeness::Outer),
        };
        add(whole, number as u64, &format!("{} {}", alter["relationship"], alter["alterID"]), answers);
        ids.push(alter["alterID"].clone());
    }
    for tie in rows(&folder, "ties.csv").iter().filter(|tie| tie["quality"] != "not at all") {
        let (whole, ids) = networks.get_mut(&tie["egoID"]).unwrap();
        let at = ["Source", "Target"].map(|end| ids.iter().position(|id| *id == tie[end]).unwrap());
        know_each_other(whole, at, 2);
    }
    assert_eq!(networks.len(), 30);
    let checked = networks.iter().map(|(ego, (whole, _))| check(whole, ego));
    let (ties, drawn) = checked.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    println!("{drawn} of {ties} ties drawn");
    assert!(drawn * 20 >= ties * 19, "{drawn} of {ties}");
}
