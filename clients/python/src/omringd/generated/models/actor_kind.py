from typing import Literal, cast

ActorKind = Literal["integration", "service", "user"]


def check_actor_kind(value: str) -> ActorKind:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ActorKind, value)
