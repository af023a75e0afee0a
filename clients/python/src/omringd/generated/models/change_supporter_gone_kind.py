from typing import Literal, cast

ChangeSupporterGoneKind = Literal["supporter-gone"]


def check_change_supporter_gone_kind(value: str) -> ChangeSupporterGoneKind:
    if value != "supporter-gone":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ChangeSupporterGoneKind, value)
