from typing import Literal, cast

ListCaseloadSort = Literal[
    "-attention", "-name", "-reviewOn", "-updatedAt", "attention", "name", "reviewOn", "updatedAt"
]


def check_list_caseload_sort(value: str) -> ListCaseloadSort:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ListCaseloadSort, value)
