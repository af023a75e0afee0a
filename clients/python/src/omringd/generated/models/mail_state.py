from typing import Literal, cast

MailState = Literal["failed", "refused", "sent", "waiting"]


def check_mail_state(value: str) -> MailState:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(MailState, value)
