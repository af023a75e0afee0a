from typing import Literal, cast

LifeDomain = Literal[
    "care",
    "education",
    "faith",
    "family",
    "friends",
    "household",
    "leisure",
    "neighbourhood",
    "online",
    "other",
    "work",
]


def check_life_domain(value: str) -> LifeDomain:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(LifeDomain, value)
