from typing import Literal, cast

ChangeUnplacedKind = Literal["unplaced"]


def check_change_unplaced_kind(value: str) -> ChangeUnplacedKind:
    if value != "unplaced":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeUnplacedKind, value)
