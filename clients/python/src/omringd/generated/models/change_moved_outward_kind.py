from typing import Literal, cast

ChangeMovedOutwardKind = Literal["moved-outward"]


def check_change_moved_outward_kind(value: str) -> ChangeMovedOutwardKind:
    if value != "moved-outward":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeMovedOutwardKind, value)
