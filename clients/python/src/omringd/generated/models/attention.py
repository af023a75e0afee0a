from typing import Literal, cast

Attention = Literal["agreement-overdue", "fragile-type", "never-a-card", "review-overdue", "uncovered-type"]


def check_attention(value: str) -> Attention:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Attention, value)
