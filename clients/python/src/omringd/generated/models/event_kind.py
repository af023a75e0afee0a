from typing import Literal, cast

EventKind = Literal[
    "card-made",
    "client-added",
    "client-changed",
    "client-removed",
    "coaches-changed",
    "map-added",
    "map-changed",
    "map-removed",
    "persons-changed",
    "reflections-changed",
]


def check_event_kind(value: str) -> EventKind:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(EventKind, value)
