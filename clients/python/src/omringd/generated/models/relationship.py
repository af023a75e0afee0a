from typing import Literal, cast

Relationship = Literal[
    "acquaintance",
    "child",
    "colleague",
    "fellow-student",
    "friend",
    "neighbour",
    "organisation",
    "other",
    "other-family",
    "parent",
    "partner",
    "peer",
    "professional",
    "sibling",
    "volunteer",
]


def check_relationship(value: str) -> Relationship:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Relationship, value)
