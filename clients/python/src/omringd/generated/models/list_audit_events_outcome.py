from typing import Literal, cast

ListAuditEventsOutcome = Literal["done", "failed", "refused", "repeated"]


def check_list_audit_events_outcome(value: str) -> ListAuditEventsOutcome:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ListAuditEventsOutcome, value)
