from typing import Literal, cast

ListCaseloadAttentionItem = Literal[
    "agreement-overdue", "fragile-type", "never-a-card", "review-overdue", "uncovered-type"
]


def check_list_caseload_attention_item(value: str) -> ListCaseloadAttentionItem:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ListCaseloadAttentionItem, value)
