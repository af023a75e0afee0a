from typing import Literal, cast

Direction = Literal["given", "mutual", "received"]


def check_direction(value: str) -> Direction:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Direction, value)
