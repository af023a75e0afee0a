from typing import Literal, cast

ChangeTieGainedKind = Literal["tie-gained"]


def check_change_tie_gained_kind(value: str) -> ChangeTieGainedKind:
    if value != "tie-gained":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeTieGainedKind, value)
