from typing import Literal, cast

SessionKind = Literal["browser", "device"]


def check_session_kind(value: str) -> SessionKind:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(SessionKind, value)
