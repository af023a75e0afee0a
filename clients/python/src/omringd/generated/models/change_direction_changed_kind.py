from typing import Literal, cast

ChangeDirectionChangedKind = Literal["direction-changed"]


def check_change_direction_changed_kind(value: str) -> ChangeDirectionChangedKind:
    if value != "direction-changed":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeDirectionChangedKind, value)
