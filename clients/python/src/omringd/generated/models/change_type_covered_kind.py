from typing import Literal, cast

ChangeTypeCoveredKind = Literal["type-covered"]


def check_change_type_covered_kind(value: str) -> ChangeTypeCoveredKind:
    if value != "type-covered":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeTypeCoveredKind, value)
