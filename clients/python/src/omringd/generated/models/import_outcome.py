from typing import Literal, cast

ImportOutcome = Literal["already-invited", "already-member", "invited"]


def check_import_outcome(value: str) -> ImportOutcome:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ImportOutcome, value)
