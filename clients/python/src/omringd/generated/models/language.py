from typing import Literal, cast

Language = Literal["en", "nl"]


def check_language(value: str) -> Language:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Language, value)
