from typing import Literal, cast

ChangeSupporterAddedKind = Literal["supporter-added"]


def check_change_supporter_added_kind(value: str) -> ChangeSupporterAddedKind:
    if value != "supporter-added":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeSupporterAddedKind, value)
