use super::representation::{Format, VARY, sheet_name};
use crate::entity_tag;
use crate::fair_queue::{self, Bounds, FairQueue};
use crate::low_priority::{LowPriorityThreads, Priority};
use crate::problem::Problem;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;
use domain::cards::{Card, DatedCard, Preview};
use domain::clients::Client;
use domain::maps::WholeMap;
use domain::support_types::SupportTypeEntry;
use domain::vocabulary::Language;
use domain::{Error, UserId};
use picture::{Include, PictureError, Scene, Sheet};
use std::num::NonZeroUsize;
use std::time::Duration;

/// How long a request for a picture waits before it is refused.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How many pictures of one user wait.
const WAITING_PER_USER: usize = 8;
/// How many pictures wait.
const WAITING: usize = 64;

/// A picture can run no script and load nothing; its own styles and fonts are in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox";

/// Makes PNG, PDF and the SVG of a large map, a few at a time and off the threads that serve requests: each keeps a
/// processor busy. Other SVG costs little and is made where it is asked for.
///
/// On processors nobody else wants: a picture may take a little longer, whoever reads a map may not.
#[derive(Debug)]
pub(crate) struct Renderer {
    threads: LowPriorityThreads,
    permits: FairQueue,
}

/// The requested format of a picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Representation {
    pub(crate) format: Format,
    pub(crate) sheet: Sheet,
    pub(crate) language: Language,
    /// What paper shows besides.
    pub(crate) include: Include,
    /// Whether it says whose card it is.
    pub(crate) named: bool,
}

/// A turn to draw, where one is needed from the start.
#[derive(Debug)]
pub(crate) struct Permit {
    user: UserId,
    permit: Option<fair_queue::Permit>,
}

/// What there is a picture of.
#[derive(Debug)]
pub(crate) struct Drawing {
    whole: WholeMap,
    support_types: Vec<SupportTypeEntry>,
    number: Option<i64>,
    on: NaiveDate,
    /// Whose card it is, if it says so.
    client: Option<Client>,
    /// Changes whenever any of these does.
    tag: String,
}

impl Drawing {
    fn scene(&self, form: Representation) -> Scene<'_> {
        let Self { whole, support_types, number, on, client, .. } = self;
        let Representation { language, include, .. } = form;
        let client = client.as_ref().map(|client| client.preferred_name.as_ref().unwrap_or(&client.name).as_str());
        Scene { whole, support_types, number: *number, on: *on, language, include, client }
    }

    /// A name for the file, with nothing in it about anybody.
    fn file(&self, format: Format) -> String {
        match self.number {
            Some(number) => format!("mlm-kaart-{number}.{}", format.code()),
            None => format!("mlm-kaart.{}", format.code()),
        }
    }
}

/// What a card's bytes depend on: the content, and who was taken off it since.
pub(crate) fn card_tag(card: &Card) -> String {
    let hash: String = card.head.content_hash.to_string().chars().take(16).collect();
    format!("{}-{hash}-{}", card.head.number, card.content.redacted.len())
}

/// The part of a tag that changes with the name of the client.
fn client_tag(client: Option<&Client>) -> String {
    client.map(|client| format!("-name{}", client.version)).unwrap_or_default()
}

/// The part of a tag that tells what is included.
fn include_tag(Include { tension, burden, refusals }: Include) -> String {
    [(tension, 't'), (burden, 'b'), (refusals, 'r')].into_iter().filter(|(on, _)| *on).map(|(_, code)| code).collect()
}

impl From<DatedCard> for Drawing {
    fn from(DatedCard { card, on, client }: DatedCard) -> Self {
        Self {
            tag: format!("{}-{on}{}", card_tag(&card), client_tag(client.as_ref())),
            client,
            number: Some(card.head.number),
            on,
            whole: card.content.whole,
            support_types: card.content.support_types,
        }
    }
}

impl From<Preview> for Drawing {
    fn from(preview: Preview) -> Self {
        let on = preview.on;
        Self {
            tag: format!(
                "{}-{}-{on}{}",
                preview.whole.map.version,
                preview.vocabulary.version,
                client_tag(preview.client.as_ref())
            ),
            client: preview.client,
            number: None,
            on,
            whole: preview.whole,
            support_types: preview.vocabulary.support_types,
        }
    }
}

impl Renderer {
    /// At most so many at once, which give way to other work as far as `yielding` says.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub(crate) fn new(at_once: NonZeroUsize, yielding: Priority) -> domain::Result<Self> {
        Self::with_patience(at_once, yielding, TIMEOUT)
    }

    fn with_patience(at_once: NonZeroUsize, yielding: Priority, timeout: Duration) -> domain::Result<Self> {
        let permits = FairQueue::new(Bounds {
            permits: at_once.get(),
            permits_per_user: at_once.get().saturating_sub(1).max(1),
            waiting_per_user: WAITING_PER_USER,
            waiting: WAITING,
            timeout,
        });
        Ok(Self { threads: LowPriorityThreads::new("picture", at_once, yielding)?, permits })
    }

    /// Waits for a permit, if pictures of this form always take one. Before there is anything to draw: what a crowd of
    /// pictures is of would otherwise all be read at once, and again when those sent away come back.
    ///
    /// # Errors
    /// 429 if too many pictures of this user wait; 503 if too many are being made.
    pub(crate) async fn permit(&self, form: Option<Representation>, user: UserId) -> Result<Permit, Problem> {
        let permit = match form.map(|form| form.format) {
            Some(Format::Png | Format::Pdf) => Some(self.permits.acquire(user).await?),
            Some(Format::Svg) | None => None,
        };
        Ok(Permit { user, permit })
    }

    /// The picture as an answer; 304 to who has it already.
    ///
    /// # Errors
    /// As [`Self::permit`].
    pub(crate) async fn show(
        &self,
        request: &HttpRequest,
        form: Representation,
        of: Drawing,
        permit: Permit,
    ) -> Result<HttpResponse, Problem> {
        let Representation { format, sheet, language, include, .. } = form;
        // A later version of the service may draw otherwise.
        let drawn_by = env!("CARGO_PKG_VERSION");
        let include = include_tag(include);
        let parts = [&of.tag, format.code(), sheet_name(sheet), language.code(), &include, drawn_by];
        let tag = parts.join("-");
        if let Some(mut response) = entity_tag::not_modified(request, &tag) {
            response.headers_mut().insert(header::VARY, header::HeaderValue::from_static(VARY));
            return Ok(response);
        }
        let mut response = HttpResponse::Ok();
        response
            .insert_header((header::ETAG, entity_tag::strong(&tag)))
            .insert_header((header::VARY, VARY))
            .insert_header((header::CONTENT_TYPE, format.media_type()))
            .insert_header((header::CONTENT_LANGUAGE, language.code()))
            .insert_header((header::CONTENT_DISPOSITION, format!("inline; filename=\"{}\"", of.file(format))))
            .insert_header((header::CONTENT_SECURITY_POLICY, POLICY));
        Ok(response.body(self.draw(form, of, permit).await?))
    }

    async fn draw(&self, form: Representation, of: Drawing, permit: Permit) -> Result<Vec<u8>, Problem> {
        let Representation { format, sheet, .. } = form;
        let make = match format {
            Format::Svg if !large(&of.whole) => {
                return Ok(svg(&of.scene(form), sheet).map_err(Error::internal)?);
            }
            Format::Svg => svg,
            Format::Png => picture::png,
            Format::Pdf => picture::pdf,
        };
        let permit = match permit.permit {
            Some(permit) => permit,
            None => self.permits.acquire(permit.user).await?,
        };
        self.with_permit(permit, move || make(&of.scene(form), sheet)).await
    }

    async fn with_permit(
        &self,
        permit: fair_queue::Permit,
        make: impl FnOnce() -> Result<Vec<u8>, PictureError> + Send + 'static,
    ) -> Result<Vec<u8>, Problem> {
        let drawing = move || {
            // Given up when the picture is made, even if nobody waits for it any more.
            let _permit = permit;
            make()
        };
        Ok(self.threads.run(drawing).await?.map_err(Error::internal)?)
    }
}

/// Whether even the SVG of it takes long enough to keep others waiting: 25 supporters take half a millisecond.
fn large(whole: &WholeMap) -> bool {
    whole.supporters.len() > 40 || whole.ties.len() > 80 || whole.agreements.len() > 60
}

fn svg(scene: &Scene<'_>, sheet: Sheet) -> Result<Vec<u8>, PictureError> {
    Ok(picture::svg(scene, sheet).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::StatusCode;
    use chrono::DateTime;
    use domain::agreements::Agreement;
    use domain::maps::Map;
    use domain::vocabulary::AgreementStatus;
    use domain::{AgreementId, ClientId, LongText, MapId, ShortText};
    use uuid::Uuid;

    const USER: UserId = UserId(Uuid::nil());

    fn on_paper(format: Format) -> Representation {
        let include = Include::default();
        Representation { format, sheet: Sheet::A4, language: Language::Dutch, include, named: false }
    }

    fn impatient() -> Renderer {
        Renderer::with_patience(NonZeroUsize::MIN, Priority::No, Duration::from_millis(10)).unwrap()
    }

    fn map() -> Map {
        Map {
            id: MapId(Uuid::nil()),
            client_id: ClientId(Uuid::nil()),
            theme: ShortText::try_from("dementie".to_owned()).unwrap(),
            private: false,
            everyone_named: None,
            every_tie_named: None,
            review_on: None,
            version: 1,
            head_version: 1,
            needs_version: 1,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        }
    }

    fn with_agreements(count: u128) -> WholeMap {
        let agreement = |n| Agreement {
            id: AgreementId(Uuid::from_u128(n)),
            map_id: MapId(Uuid::nil()),
            supporter_id: None,
            support_type: None,
            text: LongText::try_from("Bellen".to_owned()).unwrap(),
            due_on: None,
            status: AgreementStatus::Planned,
            version: 1,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        };
        WholeMap { agreements: (0..count).map(agreement).collect(), ..map().into() }
    }

    #[tokio::test]
    async fn the_svg_of_a_large_map_waits_for_its_turn_and_of_a_small_one_does_not() {
        let renderer = impatient();
        let form = on_paper(Format::Svg);
        let draw = async |agreements| {
            let whole = with_agreements(agreements);
            let on = whole.map.created_at.date_naive();
            renderer
                .draw(
                    form,
                    Drawing { whole, support_types: Vec::new(), number: None, on, client: None, tag: String::new() },
                    Permit { user: USER, permit: None },
                )
                .await
        };
        let permit = renderer.permits.acquire(USER).await.unwrap();
        assert!(draw(60).await.unwrap().starts_with(b"<svg"));
        assert_eq!(draw(61).await.unwrap_err().status, StatusCode::SERVICE_UNAVAILABLE);
        drop(permit);
        assert!(draw(61).await.unwrap().starts_with(b"<svg"));
    }

    #[tokio::test]
    async fn who_waits_too_long_for_a_picture_is_told_when_to_come_back() {
        let renderer = impatient();
        let form = |format| Some(on_paper(format));
        let permit = renderer.permit(form(Format::Pdf), USER).await.unwrap();
        for format in [Format::Pdf, Format::Png] {
            let refused = renderer.permit(form(format), USER).await.unwrap_err();
            assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
            assert_eq!(refused.headers, [(header::RETRY_AFTER, "2".to_owned())]);
        }
        assert!(renderer.permit(form(Format::Svg), USER).await.unwrap().permit.is_none());
        assert!(renderer.permit(None, USER).await.unwrap().permit.is_none());
        assert_eq!(renderer.with_permit(permit.permit.unwrap(), || Ok(vec![1])).await.unwrap(), [1]);
        // Given up with the picture.
        renderer.permit(form(Format::Pdf), USER).await.unwrap();
    }
}
