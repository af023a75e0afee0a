from typing import Literal, cast

PreviewCardFormat = Literal["pdf", "png", "svg"]


def check_preview_card_format(value: str) -> PreviewCardFormat:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(PreviewCardFormat, value)
