from typing import Literal, cast

ChangeMovedInwardKind = Literal["moved-inward"]


def check_change_moved_inward_kind(value: str) -> ChangeMovedInwardKind:
    if value != "moved-inward":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeMovedInwardKind, value)
