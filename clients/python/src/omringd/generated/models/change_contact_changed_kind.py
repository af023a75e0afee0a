from typing import Literal, cast

ChangeContactChangedKind = Literal["contact-changed"]


def check_change_contact_changed_kind(value: str) -> ChangeContactChangedKind:
    if value != "contact-changed":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeContactChangedKind, value)
