from typing import Literal, cast

ChangeNeedChangedKind = Literal["need-changed"]


def check_change_need_changed_kind(value: str) -> ChangeNeedChangedKind:
    if value != "need-changed":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeNeedChangedKind, value)
