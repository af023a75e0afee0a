from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CreateLogInDomain")


@_attrs_define
class CreateLogInDomain:
    """A domain to claim.

    Attributes:
        domain (str): The domain of email addresses; its subdomains are others. Example: linde.example.
    """

    domain: str

    def to_dict(self) -> dict[str, Any]:
        domain = self.domain

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "domain": domain,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        domain = d.pop("domain")

        create_log_in_domain = cls(
            domain=domain,
        )

        return create_log_in_domain
