from typing import Literal, cast

Format = Literal["omringd-client-1"]


def check_format(value: str) -> Format:
    if value != "omringd-client-1":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Format, value)
