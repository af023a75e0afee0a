from typing import Literal, cast

Closeness = Literal["inner", "middle", "outer"]


def check_closeness(value: str) -> Closeness:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Closeness, value)
