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

/// Timeout for a request that waits for a permit.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Maximum waiting requests for pictures per user.
const WAITING_PER_USER: usize = 8;
/// Maximum waiting requests for pictures.
const WAITING: usize = 64;

/// Content security policy of a picture: it runs no script and loads nothing.
///
/// Its own styles and fonts are inside it.
pub(crate) const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox";

/// Renders PNG, PDF and the SVG of a large map, a few at a time.
///
/// Each picture keeps a processor busy, so it is rendered off the threads that serve requests. Other SVG costs little
/// and is rendered by the handler. The threads have a low priority: a picture may take a little longer, but a request
/// for a map may not.
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
    /// The sensitive data that a paper sheet includes.
    pub(crate) include: Include,
    /// Whether the picture shows the client's name.
    pub(crate) named: bool,
}

/// A permit to render, if the format always needs one.
#[derive(Debug)]
pub(crate) struct Permit {
    user: UserId,
    permit: Option<fair_queue::Permit>,
}

/// The data of a picture.
#[derive(Debug)]
pub(crate) struct Drawing {
    whole: WholeMap,
    support_types: Vec<SupportTypeEntry>,
    number: Option<i64>,
    on: NaiveDate,
    /// The client, if the picture shows the name.
    client: Option<Client>,
    /// Changes whenever any other member changes.
    tag: String,
}

impl Drawing {
    fn scene(&self, form: Representation) -> Scene<'_> {
        let Self { whole, support_types, number, on, client, .. } = self;
        let Representation { language, include, .. } = form;
        let client = client.as_ref().map(|client| client.preferred_name.as_ref().unwrap_or(&client.name).as_str());
        Scene { whole, support_types, number: *number, on: *on, language, include, client }
    }

    /// Returns a file name without personal data.
    fn file(&self, format: Format) -> String {
        match self.number {
            Some(number) => format!("mlm-kaart-{number}.{}", format.code()),
            None => format!("mlm-kaart.{}", format.code()),
        }
    }
}

/// Returns the tag of a card: its bytes depend on the content and on the persons redacted since.
pub(crate) fn card_tag(card: &Card) -> String {
    let hash: String = card.head.content_hash.to_string().chars().take(16).collect();
    format!("{}-{hash}-{}", card.head.number, card.content.redacted.len())
}

/// Returns the part of a tag that changes with the client's name.
fn client_tag(client: Option<&Client>) -> String {
    client.map(|client| format!("-name{}", client.version)).unwrap_or_default()
}

/// Returns the part of a tag that lists what is included.
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
    /// Creates a renderer with at most `at_once` threads of priority `yielding`.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub(crate) fn new(at_once: NonZeroUsize, yielding: Priority) -> domain::Result<Self> {
        Self::with_patience(at_once, yielding, TIMEOUT)
    }

    fn with_patience(at_once: NonZeroUsize, yielding: Priority, timeout: Duration) -> domain::Result<Self> {
        let permits = FairQueue::new(
            "picture",
            Bounds {
                permits: at_once.get(),
                permits_per_user: at_once.get().saturating_sub(1).max(1),
                waiting_per_user: WAITING_PER_USER,
                waiting: WAITING,
                timeout,
            },
        );
        Ok(Self { threads: LowPriorityThreads::new("picture", at_once, yielding)?, permits })
    }

    /// Waits for a permit, if pictures in this format always need one.
    ///
    /// The handler waits before it reads the map. Otherwise many concurrent requests would all read their maps at once,
    /// and again when the refused ones retry.
    ///
    /// # Errors
    /// 429 if too many requests of this user wait; 503 if too many requests wait.
    pub(crate) async fn permit(&self, form: Option<Representation>, user: UserId) -> Result<Permit, Problem> {
        let permit = match form.map(|form| form.format) {
            Some(Format::Png | Format::Pdf) => Some(self.permits.acquire(user).await?),
            Some(Format::Svg) | None => None,
        };
        Ok(Permit { user, permit })
    }

    /// Returns the response with the picture, or 304 if the client has it already.
    ///
    /// # Errors
    /// The same as [`Self::permit`].
    pub(crate) async fn show(
        &self,
        request: &HttpRequest,
        form: Representation,
        of: Drawing,
        permit: Permit,
    ) -> Result<HttpResponse, Problem> {
        let Representation { format, sheet, language, include, .. } = form;
        // Another version of the service may render differently.
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
            // Released when the picture is rendered, even if the client no longer waits for it.
            let _permit = permit;
            make()
        };
        Ok(self.threads.run(drawing).await?.map_err(Error::internal)?)
    }
}

/// Returns whether even the SVG takes long enough to delay other requests.
///
/// The SVG of 25 supporters takes half a millisecond.
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
        // The permit was released with the picture.
        renderer.permit(form(Format::Pdf), USER).await.unwrap();
    }
}
