from typing import Literal, cast

Rule = Literal[
    "high-burden",
    "inner-ring-never-asked",
    "nobody-for-type",
    "nobody-gives-and-receives",
    "one-person-carries-most",
    "only-professionals",
    "rests-on-one-person",
    "separate-groups",
    "support-unanswered",
    "tension-in-inner-ring",
]


def check_rule(value: str) -> Rule:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Rule, value)
