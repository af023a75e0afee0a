from typing import Literal, cast

ChangeSupportLostKind = Literal["support-lost"]


def check_change_support_lost_kind(value: str) -> ChangeSupportLostKind:
    if value != "support-lost":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeSupportLostKind, value)
