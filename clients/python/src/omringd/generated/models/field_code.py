from typing import Literal, cast

FieldCode = Literal[
    "already-assigned",
    "altered",
    "before-start",
    "blank",
    "by-invitation",
    "contradiction",
    "duplicate",
    "enum",
    "exclusive",
    "forbidden",
    "format",
    "guessable",
    "id-taken",
    "immutable",
    "in-the-future",
    "in-the-past",
    "incomplete",
    "invalid",
    "invisible-character",
    "line-break",
    "malformed",
    "no-contacts",
    "not-a-coach",
    "past",
    "required",
    "stray-quote",
    "too-complex",
    "too-few",
    "too-large",
    "too-late",
    "too-long",
    "too-many",
    "too-many-bytes",
    "too-many-cards",
    "too-many-maps",
    "too-many-persons",
    "too-short",
    "too-small",
    "type",
    "unclosed-quote",
    "undecodable",
    "unknown-member",
    "unknown-reference",
    "wrong-code",
    "wrong-passkey",
    "wrong-password",
]


def check_field_code(value: str) -> FieldCode:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(FieldCode, value)
