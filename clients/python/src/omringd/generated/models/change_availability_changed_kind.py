from typing import Literal, cast

ChangeAvailabilityChangedKind = Literal["availability-changed"]


def check_change_availability_changed_kind(value: str) -> ChangeAvailabilityChangedKind:
    if value != "availability-changed":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeAvailabilityChangedKind, value)
