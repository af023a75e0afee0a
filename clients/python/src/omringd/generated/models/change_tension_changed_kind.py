from typing import Literal, cast

ChangeTensionChangedKind = Literal["tension-changed"]


def check_change_tension_changed_kind(value: str) -> ChangeTensionChangedKind:
    if value != "tension-changed":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeTensionChangedKind, value)
