use crate::problem::FieldProblem;
use crate::schema;
use domain::persons::PreviewedContact;
use domain::vocabulary::{Language, Relationship};
use domain::{FieldError, ShortText};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The contacts of an address book, in its order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ContactPreview)]
pub(super) struct ContactPreviewView {
    #[schema(max_items = 2000)]
    items: Vec<ContactView>,
}

/// A contact, with the members of a person.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Contact)]
pub(super) struct ContactView {
    /// The name; null if the address book has none: `createPersons` requires one.
    #[schema(value_type = Option<schema::ShortText>, required, example = "Anna de Vries")]
    alias: Option<ShortText>,
    /// The best number to call: the preferred one, then a mobile one, never a fax.
    #[schema(value_type = Option<schema::ShortText>, required, example = "+31 6 12345678")]
    phone: Option<ShortText>,
    #[schema(value_type = Option<schema::ShortText>, required, example = "anna@example.nl")]
    email: Option<ShortText>,
    /// Other numbers to choose from, at most 5.
    #[schema(value_type = Vec<schema::ShortText>, max_items = 5)]
    other_phones: Vec<ShortText>,
    /// Other email addresses to choose from, at most 5.
    #[schema(value_type = Vec<schema::ShortText>, max_items = 5)]
    other_emails: Vec<ShortText>,
    /// The relationship to the client, if a group in the address book states it.
    #[schema(value_type = Option<schema::Relationship>, required)]
    relationship: Option<Relationship>,
    /// The person of this client who has the same number, email address or name; null if there is none.
    #[schema(required)]
    duplicate_of: Option<Uuid>,
    /// What could not be read or stored.
    problems: Vec<ContactProblem>,
}

/// A part of a contact that could not be read or stored.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ContactProblem {
    /// The member of the contact; empty for the contact as a whole.
    #[schema(example = "/alias")]
    pointer: String,
    /// A stable code for programs.
    #[schema(value_type = schema::FieldCode, example = "required")]
    code: &'static str,
    /// What is wrong and what is expected, as text.
    #[schema(example = "Must be given.")]
    detail: String,
}

impl ContactPreviewView {
    pub(super) fn new(contacts: Vec<PreviewedContact>, language: Language) -> Self {
        Self { items: contacts.into_iter().map(|contact| ContactView::new(contact, language)).collect() }
    }
}

impl ContactView {
    fn new(PreviewedContact { contact, duplicate_of }: PreviewedContact, language: Language) -> Self {
        Self {
            alias: contact.alias,
            phone: contact.phone,
            email: contact.email,
            other_phones: contact.other_phones,
            other_emails: contact.other_emails,
            relationship: contact.relationship,
            duplicate_of: duplicate_of.map(|id| id.0),
            problems: contact.problems.into_iter().map(|problem| ContactProblem::new(problem, language)).collect(),
        }
    }
}

impl ContactProblem {
    fn new(error: FieldError, language: Language) -> Self {
        let problem = FieldProblem::from(error);
        Self { detail: problem.detail(language), code: problem.code.code(), pointer: problem.pointer }
    }
}
