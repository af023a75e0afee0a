//! The guide for developers, beside the reference at `/docs`: the pages of `docs/guide`, made HTML once in a process.

use crate::static_file::StaticFile;
use actix_web::http::header::HeaderValue;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html::push_html};
use rust_embed::Embed;
use std::fmt::Write;
use std::iter;

#[derive(Embed)]
#[folder = "../docs/guide"]
struct Guide;

/// Everything comes from this origin, and no script writes HTML.
pub(super) const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'; require-trusted-types-for 'script'",
);

/// The page that lists the others, in `docs/guide` and below `/docs`.
const CONTENTS: (&str, &str) = ("README", "guide");

/// The page, style or script with this name below `/docs`; `None` if the guide has none.
pub(super) fn file(name: &str) -> Option<StaticFile> {
    let media_type = match name {
        "guide.css" => "text/css; charset=utf-8",
        "guide.js" => "text/javascript; charset=utf-8",
        _ => return Some(StaticFile::new("text/html; charset=utf-8", super::docs::CACHE, page(name)?)),
    };
    Some(StaticFile::new(media_type, super::docs::CACHE, Guide::get(name)?.data.into_owned()))
}

/// A page as HTML, in the list of all.
fn page(name: &str) -> Option<String> {
    let markdown = source(if name == CONTENTS.1 { CONTENTS.0 } else { name })?;
    let Rendered { title, body } = render(&markdown);
    let pages = pages(&source(CONTENTS.0)?);
    Some(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} – Omringd: the guide</title>\n\
         <link rel=\"stylesheet\" href=\"guide.css\">\n<link rel=\"icon\" href=\"favicon-32x32.png\">\n\
         <script type=\"module\" src=\"guide.js\"></script>\n</head>\n<body>\n<a class=\"skip\" href=\"#text\">Skip to the text</a>\n\
         <header class=\"bar\"><a href=\"{}\">Omringd: the guide</a><a href=\"../docs\">Reference</a></header>\n\
         {}<main id=\"text\" tabindex=\"-1\">\n{body}{}</main>\n</body>\n</html>\n",
        CONTENTS.1,
        navigation(&pages, name),
        neighbours(&pages, name),
    ))
}

fn source(name: &str) -> Option<String> {
    String::from_utf8(Guide::get(&format!("{name}.md"))?.data.into_owned()).ok()
}

/// A page in the list: its address and its name.
type Listed = (String, String);

/// The pages, from the links in the list of the contents.
fn pages(contents: &str) -> Vec<Listed> {
    let (mut pages, mut items, mut link) = (Vec::new(), 0, None::<Listed>);
    for event in Parser::new(contents) {
        if let Event::Start(Tag::Item) = event {
            items += 1;
        } else if let Event::End(TagEnd::Item) = event {
            items -= 1;
        } else if let Event::Start(Tag::Link { dest_url, .. }) = &event
            && items > 0
        {
            link = Some((address(dest_url), String::new()));
        } else if let Event::End(TagEnd::Link) = event {
            pages.extend(link.take().filter(|(to, _)| !to.contains('/')));
        } else if let (Some(text), Some((_, name))) = (text(&event), &mut link) {
            name.push_str(text);
        }
    }
    pages
}

fn navigation(pages: &[Listed], current: &str) -> String {
    let mut html = String::from("<nav class=\"pages\" aria-label=\"Pages of the guide\">\n<ol>\n");
    for (to, name) in pages {
        let here = if to == current { " aria-current=\"page\"" } else { "" };
        let _ = writeln!(html, "<li><a href=\"{}\"{here}>{}</a></li>", escaped(to), escaped(name));
    }
    html.push_str("</ol>\n</nav>\n");
    html
}

/// Links to the page before and after; the contents come before the first.
fn neighbours(pages: &[Listed], current: &str) -> String {
    let at = pages.iter().position(|(to, _)| to == current);
    let next = pages.get(at.map_or(0, |at| at + 1));
    let previous = at.and_then(|at| at.checked_sub(1)).and_then(|at| pages.get(at));
    let link = |relation: &str, word: &str, (to, name): &Listed| {
        format!("<a rel=\"{relation}\" href=\"{}\">{word}: {}</a>", escaped(to), escaped(name))
    };
    format!(
        "<nav class=\"neighbours\" aria-label=\"The page before and after\">{}{}</nav>\n",
        previous.map(|page| link("prev", "Previous", page)).unwrap_or_default(),
        next.map(|page| link("next", "Next", page)).unwrap_or_default(),
    )
}

struct Rendered {
    /// The first heading, escaped.
    title: String,
    body: String,
}

/// CommonMark with tables. Headings get an id, links to other pages their address, and HTML in the text is text.
fn render(markdown: &str) -> Rendered {
    let mut events: Vec<_> = Parser::new_ext(markdown, Options::ENABLE_TABLES).collect();
    let mut title = String::new();
    for at in 0..events.len() {
        if let Event::Start(Tag::Heading { .. }) = events[at] {
            let text = heading(&events[at + 1..]);
            if let Event::Start(Tag::Heading { id, .. }) = &mut events[at] {
                *id = Some(CowStr::from(fragment(&text)));
            }
            if title.is_empty() {
                title = escaped(&text);
            }
        }
    }
    let mut body = String::new();
    push_html(&mut body, events.into_iter().map(within_the_site));
    Rendered { title, body }
}

fn within_the_site(event: Event<'_>) -> Event<'_> {
    if let Event::Start(Tag::Link { link_type, dest_url, title, id }) = event {
        return Event::Start(Tag::Link { link_type, dest_url: address(&dest_url).into(), title, id });
    }
    if let Event::Html(text) | Event::InlineHtml(text) = event { Event::Text(text) } else { event }
}

/// The address of a link as the pages are served, below `/docs` and perhaps a prefix: without `.md`, and relative.
fn address(link: &str) -> String {
    if link.contains("://") {
        return link.to_owned();
    }
    if link.starts_with('/') {
        return format!("..{link}");
    }
    let (file, fragment) = link.split_once('#').map_or((link, None), |(file, fragment)| (file, Some(fragment)));
    let name = file.trim_end_matches(".md");
    let name = if name == CONTENTS.0 { CONTENTS.1 } else { name };
    fragment.map_or_else(|| name.to_owned(), |fragment| format!("{name}#{fragment}"))
}

/// The text of the heading that these events go on with.
fn heading(events: &[Event<'_>]) -> String {
    let inside = events.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    inside.filter_map(text).collect()
}

fn text<'a>(event: &'a Event<'_>) -> Option<&'a str> {
    if let Event::Text(text) | Event::Code(text) = event { Some(text) } else { None }
}

/// The id of a heading, as GitHub makes it.
fn fragment(heading: &str) -> String {
    let kept = heading.chars().filter(|one| one.is_alphanumeric() || matches!(one, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|one| if one == ' ' { '-' } else { one }).collect()
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    push_html(&mut html, iter::once(Event::Text(text.into())));
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_ids_and_links_the_addresses_of_pages() {
        let Rendered { title, body } = render(
            "# Tags & `If-Match`\n\n[Errors](errors.md#at-a-field), [all](README.md), [other](https://x.nl/a.md), \
             [stale](/problems/stale)\n",
        );
        assert_eq!(title, "Tags &amp; If-Match");
        assert!(body.contains("<h1 id=\"tags--if-match\">"), "{body}");
        for link in ["\"errors#at-a-field\"", "\"guide\"", "\"https://x.nl/a.md\"", "\"../problems/stale\""] {
            assert!(body.contains(link), "{body}");
        }
    }

    #[test]
    fn html_in_a_page_is_text() {
        let Rendered { body, .. } = render("<script>alert(1)</script>\n\nand <b>so</b>\n");
        assert!(!body.contains("<script>") && !body.contains("<b>"), "{body}");
    }

    #[test]
    fn every_page_of_the_guide_is_in_its_navigation() {
        let listed = pages(&source(CONTENTS.0).unwrap());
        let pages = Guide::iter().filter_map(|name| name.strip_suffix(".md").map(address));
        for page in pages.filter(|page| page != CONTENTS.1) {
            assert!(listed.iter().any(|(to, _)| *to == page), "{page}");
        }
        assert!(navigation(&listed, "start").contains("<li><a href=\"start\" aria-current=\"page\">Start</a></li>"));
        assert!(neighbours(&listed, CONTENTS.1).contains("<a rel=\"next\" href=\"start\">Next: Start</a>"));
        assert!(
            neighbours(&listed, "start").contains("Next: Log-in") && !neighbours(&listed, "start").contains("Previous")
        );
        for (to, name) in &listed {
            assert!(page(to).unwrap().contains(&format!("<title>{name} –")), "{to}");
        }
    }
}
