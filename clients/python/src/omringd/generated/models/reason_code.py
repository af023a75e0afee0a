from typing import Literal, cast

ReasonCode = Literal[
    "accepted",
    "asked",
    "availability-unanswered",
    "closeness",
    "contact-frequency",
    "could-ask",
    "declined-recently",
    "given",
    "high-burden",
    "low-burden",
    "mutual",
    "not-named-for-this",
    "planned",
    "received-now",
    "support-unanswered",
    "tension",
    "would-not-ask",
]


def check_reason_code(value: str) -> ReasonCode:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ReasonCode, value)
