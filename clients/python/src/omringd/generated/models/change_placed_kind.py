from typing import Literal, cast

ChangePlacedKind = Literal["placed"]


def check_change_placed_kind(value: str) -> ChangePlacedKind:
    if value != "placed":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangePlacedKind, value)
