use super::Form;
use crate::extract::{negotiate, read_query};
use crate::locale;
use crate::problem::Problem;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::FieldCode;
use picture::{Include, Sheet};
use std::future::{Ready, ready};
use std::marker::PhantomData;
use utoipa::{IntoParams, ToSchema};

/// What an answer with a picture depends on besides its address.
pub(crate) const VARY: &str = "Accept, Accept-Language";

/// In what form a card is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToSchema)]
#[schema(rename_all = "lowercase")]
pub(crate) enum Format {
    Json,
    Svg,
    Png,
    Pdf,
}

impl Format {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }
}

/// The form that is asked of a card.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FormatQuery {
    /// In what form; comes before `Accept`, for links.
    #[param(inline)]
    #[expect(dead_code, reason = "read by WantedOf; here for the documentation")]
    format: Option<Format>,
}

/// The form that is asked of what is only drawn.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DrawnQuery {
    /// In what form; comes before `Accept`, for links.
    #[param(inline)]
    #[expect(dead_code, reason = "read by WantedOf; here for the documentation")]
    format: Option<Drawn>,
}

/// What a picture is to be drawn on.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SheetQuery {
    /// On what it is drawn: for a screen (the default of SVG and PNG), A4 portrait (the default of PDF; text of at least
    /// 11 points), a card for the wallet (at least 10 points), or a phone held upright (390 pixels wide, text of at least
    /// 12 pixels).
    #[param(inline)]
    #[expect(dead_code, reason = "read by WantedOf; here for the documentation")]
    sheet: Option<SheetName>,
}

/// What a picture shows besides.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ShownQuery {
    /// What a sheet for paper (`a4`, `wallet`) shows besides, separated by commas: `tension`, `burden` (the load a
    /// supporter carries), `refusals` (what the client would not ask). Without it paper shows none of these, because others
    /// read it; the sheets for a screen and a phone always show them.
    #[param(inline, style = Form, explode = false)]
    #[expect(dead_code, reason = "read by WantedOf; here for the documentation")]
    include: Option<Vec<Included>>,
    /// Whether the picture says whose card it is: the preferred name, else the name. Off by default.
    #[param(default = false)]
    #[expect(dead_code, reason = "read by WantedOf; here for the documentation")]
    name: Option<bool>,
}

/// What paper shows only if it is asked for.
#[derive(Debug, ToSchema)]
#[schema(rename_all = "lowercase")]
#[expect(dead_code, reason = "for the documentation")]
pub(crate) enum Included {
    Tension,
    Burden,
    Refusals,
}

/// The forms of [`Format`] that are drawn.
#[derive(Debug, ToSchema)]
#[schema(rename_all = "lowercase")]
#[expect(dead_code, reason = "for the documentation")]
pub(crate) enum Drawn {
    Svg,
    Png,
    Pdf,
}

/// On what a picture is drawn.
#[derive(Debug, ToSchema)]
#[schema(rename_all = "lowercase")]
#[expect(dead_code, reason = "for the documentation; the sheets themselves are the picture's")]
pub(crate) enum SheetName {
    Screen,
    A4,
    Wallet,
    Phone,
}

const SHEETS: [(&str, Sheet); 4] =
    [("screen", Sheet::Screen), ("a4", Sheet::A4), ("wallet", Sheet::Wallet), ("phone", Sheet::Phone)];

/// The name of a sheet in the query and in an entity tag.
pub(super) fn sheet_name(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Screen => "screen",
        Sheet::A4 => "a4",
        Sheet::Wallet => "wallet",
        Sheet::Phone => "phone",
    }
}

/// A thing there is a picture of, and the forms it is offered in: the first is the default.
pub(crate) trait PictureOf {
    const OFFERED: &'static [Format];
}

/// The form that is wanted of a thing: by `?format=`, else by `Accept`, else the default.
#[derive(Debug)]
pub(crate) struct WantedOf<T> {
    /// Which picture; none is the data.
    pub(crate) picture: Option<Form>,
    thing: PhantomData<T>,
}

impl<T> WantedOf<T> {
    /// Whether the picture says whose card it is.
    pub(crate) fn named(&self) -> bool {
        self.picture.is_some_and(|form| form.named)
    }
}

impl<T: PictureOf> FromRequest for WantedOf<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(wanted(request, T::OFFERED).map(|picture| Self { picture, thing: PhantomData }))
    }
}

fn wanted(request: &HttpRequest, offered: &[Format]) -> Result<Option<Form>, Problem> {
    let asked = query(request, offered)?;
    let format = match asked.format {
        Some(format) => format,
        None => accepted(request, offered)?,
    };
    let language = locale::language(request);
    let Asked { sheet, include, named, .. } = asked;
    let on = |default| Form { format, sheet: sheet.unwrap_or(default), language, include, named };
    Ok(match format {
        Format::Json => None,
        Format::Svg | Format::Png => Some(on(Sheet::Screen)),
        Format::Pdf => Some(on(Sheet::A4)),
    })
}

/// What the query asks for.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    format: Option<Format>,
    sheet: Option<Sheet>,
    include: Include,
    named: bool,
}

/// # Errors
/// 400, naming every member that is unknown or has a value it cannot have.
fn query(request: &HttpRequest, offered: &[Format]) -> Result<Asked, Problem> {
    let mut asked = Asked::default();
    let errors = read_query(request.query_string(), &[], |name, value| match name {
        "format" => {
            asked.format = offered.iter().copied().find(|format| format.code() == value);
            Some(asked.format.map(|_| ()).ok_or(FieldCode::Enum))
        }
        "sheet" => {
            asked.sheet = SHEETS.iter().find(|(name, _)| *name == value).map(|(_, sheet)| *sheet);
            Some(asked.sheet.map(|_| ()).ok_or(FieldCode::Enum))
        }
        "include" => Some(included(value).map(|include| asked.include = include)),
        "name" => Some(value.parse().map(|named| asked.named = named).map_err(|_| FieldCode::Type)),
        _ => None,
    });
    if errors.is_empty() { Ok(asked) } else { Err(Problem::invalid(errors)) }
}

/// The words of `include`, separated by commas.
fn included(value: &str) -> Result<Include, FieldCode> {
    value.split(',').filter(|_| !value.is_empty()).try_fold(Include::default(), |include, word| match word {
        "tension" => Ok(Include { tension: true, ..include }),
        "burden" => Ok(Include { burden: true, ..include }),
        "refusals" => Ok(Include { refusals: true, ..include }),
        _ => Err(FieldCode::Enum),
    })
}

/// # Errors
/// 406 if none will do.
fn accepted(request: &HttpRequest, offered: &[Format]) -> Result<Format, Problem> {
    negotiate(request, offered, Format::media_type, VARY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header;
    use actix_web::test::TestRequest;

    const ALL: &[Format] = &[Format::Json, Format::Svg, Format::Png, Format::Pdf];

    fn by_accept(accept: &str, offered: &[Format]) -> Option<Format> {
        accepted(&TestRequest::default().insert_header((header::ACCEPT, accept)).to_http_request(), offered).ok()
    }

    #[test]
    fn the_form_of_the_highest_quality_is_given() {
        for (accept, format) in [
            ("*/*", Some(Format::Json)),
            ("application/json", Some(Format::Json)),
            ("image/png", Some(Format::Png)),
            ("image/*", Some(Format::Svg)),
            ("image/*, image/svg+xml;q=0.5", Some(Format::Png)),
            ("application/pdf;q=0.5, image/png;q=0.8", Some(Format::Png)),
            ("application/json;q=0.2, */*;q=0.1", Some(Format::Json)),
            ("application/json;q=0, */*", Some(Format::Svg)),
            ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", Some(Format::Json)),
            ("image/avif, image/webp, image/svg+xml, image/*, */*;q=0.8", Some(Format::Svg)),
            ("application/problem+json, application/json", Some(Format::Json)),
            ("application/json; charset=utf-8", Some(Format::Json)),
            ("Image/PNG", Some(Format::Png)),
            ("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", Some(Format::Json)),
            ("text/html, *;q=.2", Some(Format::Json)),
            ("application/json ; charset=UTF-8", Some(Format::Json)),
            ("application/json;charset=\"utf-8\" ; q=.9, image/png;q=0.95", Some(Format::Png)),
            ("image/png;q=.9, application/pdf;q=.90", Some(Format::Png)),
            ("image/png;q=0.901,, image/svg+xml;q=0.9", Some(Format::Png)),
            ("application/json;q=0;x=1, application/json", Some(Format::Json)),
            ("application/json;q=0, image/*;q=0, application/*", Some(Format::Pdf)),
            ("", Some(Format::Json)),
            (" , ,", Some(Format::Json)),
            ("json", Some(Format::Json)),
            ("*/png;q=0.5", Some(Format::Json)),
            ("image/png;q=loud", Some(Format::Json)),
            ("application/, image/png", Some(Format::Png)),
            ("text/html, json", None),
            ("text/html", None),
            ("*/*;q=0", None),
            ("image/gif", None),
        ] {
            assert_eq!(by_accept(accept, ALL), format, "{accept}");
        }
    }

    #[test]
    fn what_is_included_is_a_list_of_known_words() {
        let all = Include { tension: true, burden: true, refusals: true };
        assert_eq!(included("refusals,tension,burden"), Ok(all));
        assert_eq!(included("tension"), Ok(Include { tension: true, ..Include::default() }));
        assert_eq!(included(""), Ok(Include::default()));
        for wrong in ["tension,", "Tension", "tension burden", "names"] {
            assert_eq!(included(wrong), Err(FieldCode::Enum), "{wrong}");
        }
    }

    #[test]
    fn what_is_not_offered_is_not_given() {
        assert_eq!(by_accept("application/json", &[Format::Svg]), None);
        assert_eq!(by_accept("application/json, */*;q=0.1", &[Format::Svg]), Some(Format::Svg));
    }
}
