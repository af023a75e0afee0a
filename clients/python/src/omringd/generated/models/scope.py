from typing import Literal, cast

Scope = Literal["cards.read", "clients.read", "clients.write", "members.grant-admin", "members.write"]


def check_scope(value: str) -> Scope:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Scope, value)
