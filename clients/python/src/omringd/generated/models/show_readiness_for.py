from typing import Literal, cast

ShowReadinessFor = Literal["writes"]


def check_show_readiness_for(value: str) -> ShowReadinessFor:
    if value != "writes":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ShowReadinessFor, value)
