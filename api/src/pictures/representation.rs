use super::Representation;
use crate::extract::{ValidQuery, negotiate};
use crate::locale;
use crate::problem::Problem;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use picture::{Include, Sheet};
use serde::Deserialize;
use std::future::{Ready, ready};
use utoipa::{IntoParams, ToSchema};

/// The request headers that a picture depends on besides its URL.
pub(crate) const VARY: &str = "Accept, Accept-Language";

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    Svg,
    Png,
    Pdf,
}

impl Format {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }
}

/// The query parameters of a picture.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PictureQuery {
    /// The format. Overrides `Accept`, for links.
    #[param(inline)]
    format: Option<Format>,
    /// The sheet: a screen (the default of SVG and PNG), A4 portrait (the default of PDF; text of at least 11 points),
    /// a card for the wallet (at least 10 points), or a phone held upright (390 pixels wide, text of at least 12
    /// pixels).
    #[param(inline)]
    sheet: Option<SheetName>,
    /// What a sheet for paper (`a4`, `wallet`) also shows, separated by commas: `tension`, `burden` (the load a
    /// supporter carries), `refusals` (what the client would not ask). By default paper shows none of these, because
    /// others may read it; the sheets for a screen and a phone always show them.
    #[serde(default)]
    #[param(inline, style = Form, explode = false, required = false)]
    include: Vec<Included>,
    /// Whether the picture shows whose card it is: the preferred name, or else the name. Off by default.
    #[serde(default)]
    #[param(default = false)]
    name: bool,
}

/// A detail that paper shows only on request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Included {
    Tension,
    Burden,
    Refusals,
}

/// The sheet on which a picture is drawn.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SheetName {
    Screen,
    A4,
    Wallet,
    Phone,
}

impl From<SheetName> for Sheet {
    fn from(name: SheetName) -> Self {
        match name {
            SheetName::Screen => Self::Screen,
            SheetName::A4 => Self::A4,
            SheetName::Wallet => Self::Wallet,
            SheetName::Phone => Self::Phone,
        }
    }
}

/// Returns the name of a sheet in an entity tag.
pub(super) fn sheet_name(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Screen => "screen",
        Sheet::A4 => "a4",
        Sheet::Wallet => "wallet",
        Sheet::Phone => "phone",
    }
}

/// The requested picture, by `?format=`, else by `Accept`.
#[derive(Debug)]
pub(crate) struct Picture(pub(crate) Representation);

impl FromRequest for Picture {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let offered = [Format::Svg, Format::Png, Format::Pdf];
        let format = |query: &PictureQuery| {
            query.format.map_or_else(|| negotiate(request, &offered, Format::media_type, VARY), Ok)
        };
        let query = ValidQuery::<PictureQuery>::from_request(request, payload).into_inner();
        ready(query.and_then(|ValidQuery(query)| Ok(Self(form(request, &query, format(&query)?)))))
    }
}

/// A card as data, or its picture if the query or `Accept` prefers one.
#[derive(Debug)]
pub(crate) struct DataOrPicture(pub(crate) Option<Representation>);

impl FromRequest for DataOrPicture {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let format = |query: &PictureQuery| query.format.map_or_else(|| data_or(request), |format| Ok(Some(format)));
        let query = ValidQuery::<PictureQuery>::from_request(request, payload).into_inner();
        ready(query.and_then(|ValidQuery(query)| Ok(Self(format(&query)?.map(|format| form(request, &query, format))))))
    }
}

/// Negotiates a card as data (`None`) or a picture format.
///
/// # Errors
/// 406 if no representation is acceptable.
fn data_or(request: &HttpRequest) -> Result<Option<Format>, Problem> {
    let offered = [None, Some(Format::Svg), Some(Format::Png), Some(Format::Pdf)];
    negotiate(request, &offered, |format| format.map_or("application/json", Format::media_type), VARY)
}

fn form(request: &HttpRequest, query: &PictureQuery, format: Format) -> Representation {
    let default = match format {
        Format::Svg | Format::Png => Sheet::Screen,
        Format::Pdf => Sheet::A4,
    };
    let included = |what| query.include.contains(&what);
    Representation {
        format,
        sheet: query.sheet.map_or(default, Into::into),
        language: locale::language(request),
        include: Include {
            tension: included(Included::Tension),
            burden: included(Included::Burden),
            refusals: included(Included::Refusals),
        },
        named: query.name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header;
    use actix_web::test::TestRequest;

    /// Returns the representation for this `Accept`: `Some(None)` is the data, `None` is 406.
    fn by_accept(accept: &str) -> Option<Option<Format>> {
        data_or(&TestRequest::default().insert_header((header::ACCEPT, accept)).to_http_request()).ok()
    }

    #[test]
    fn the_form_of_the_highest_quality_is_given() {
        const DATA: Option<Option<Format>> = Some(None);
        for (accept, format) in [
            ("*/*", DATA),
            ("application/json", DATA),
            ("image/png", Some(Some(Format::Png))),
            ("image/*", Some(Some(Format::Svg))),
            ("image/*, image/svg+xml;q=0.5", Some(Some(Format::Png))),
            ("application/pdf;q=0.5, image/png;q=0.8", Some(Some(Format::Png))),
            ("application/json;q=0.2, */*;q=0.1", DATA),
            ("application/json;q=0, */*", Some(Some(Format::Svg))),
            ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", DATA),
            ("image/avif, image/webp, image/svg+xml, image/*, */*;q=0.8", Some(Some(Format::Svg))),
            ("application/problem+json, application/json", DATA),
            ("application/json; charset=utf-8", DATA),
            ("Image/PNG", Some(Some(Format::Png))),
            ("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", DATA),
            ("text/html, *;q=.2", DATA),
            ("application/json ; charset=UTF-8", DATA),
            ("application/json;charset=\"utf-8\" ; q=.9, image/png;q=0.95", Some(Some(Format::Png))),
            ("image/png;q=.9, application/pdf;q=.90", Some(Some(Format::Png))),
            ("image/png;q=0.901,, image/svg+xml;q=0.9", Some(Some(Format::Png))),
            ("application/json;q=0;x=1, application/json", DATA),
            ("application/json;q=0, image/*;q=0, application/*", Some(Some(Format::Pdf))),
            ("", DATA),
            (" , ,", DATA),
            ("json", DATA),
            ("*/png;q=0.5", DATA),
            ("image/png;q=loud", DATA),
            ("application/, image/png", Some(Some(Format::Png))),
            ("text/html, json", None),
            ("text/html", None),
            ("*/*;q=0", None),
            ("image/gif", None),
        ] {
            assert_eq!(by_accept(accept), format, "{accept}");
        }
    }

    #[test]
    fn what_is_included_is_a_list_of_known_words() {
        let query = |text: &str| {
            let request = TestRequest::with_uri(&format!("/?{text}")).to_http_request();
            ValidQuery::<PictureQuery>::extract(&request).into_inner().map(|found| found.0.include)
        };
        let all = [Included::Refusals, Included::Tension, Included::Burden];
        assert_eq!(query("include=refusals,tension,burden").unwrap(), all);
        assert_eq!(query("include=tension").unwrap(), [Included::Tension]);
        assert_eq!(query("include=").unwrap(), []);
        for wrong in ["tension,", "Tension", "tension%20burden", "names"] {
            let errors = query(&format!("include={wrong}")).unwrap_err().errors;
            assert!(errors.iter().all(|error| error.code == domain::FieldCode::Enum), "{wrong}");
        }
    }
}
