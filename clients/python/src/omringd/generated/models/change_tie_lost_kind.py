from typing import Literal, cast

ChangeTieLostKind = Literal["tie-lost"]


def check_change_tie_lost_kind(value: str) -> ChangeTieLostKind:
    if value != "tie-lost":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeTieLostKind, value)
