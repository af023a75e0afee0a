from typing import Literal, cast

ExportClientFormat = Literal["graphml", "json", "zip"]


def check_export_client_format(value: str) -> ExportClientFormat:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ExportClientFormat, value)
