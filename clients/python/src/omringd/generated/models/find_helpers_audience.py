from typing import Literal, cast

FindHelpersAudience = Literal["client", "coach"]


def check_find_helpers_audience(value: str) -> FindHelpersAudience:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(FindHelpersAudience, value)
