from typing import Literal, cast

ChangeBurdenChangedKind = Literal["burden-changed"]


def check_change_burden_changed_kind(value: str) -> ChangeBurdenChangedKind:
    if value != "burden-changed":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeBurdenChangedKind, value)
