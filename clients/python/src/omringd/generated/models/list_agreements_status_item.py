from typing import Literal, cast

ListAgreementsStatusItem = Literal["accepted", "asked", "declined", "done", "planned", "thanked"]


def check_list_agreements_status_item(value: str) -> ListAgreementsStatusItem:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ListAgreementsStatusItem, value)
