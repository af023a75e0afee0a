from typing import Literal, cast

ChangeTypeUncoveredKind = Literal["type-uncovered"]


def check_change_type_uncovered_kind(value: str) -> ChangeTypeUncoveredKind:
    if value != "type-uncovered":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeTypeUncoveredKind, value)
