from typing import Literal, cast

Place = Literal["body", "header", "path", "query"]


def check_place(value: str) -> Place:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Place, value)
