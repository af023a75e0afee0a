from typing import Literal, cast

ChangeSupportGainedKind = Literal["support-gained"]


def check_change_support_gained_kind(value: str) -> ChangeSupportGainedKind:
    if value != "support-gained":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeSupportGainedKind, value)
