from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PublicKey")


@_attrs_define
class PublicKey:
    """A public key (RFC 7517) for signatures: RSA of 2048 to 4096 bits, EC on P-256 or P-384, or Ed25519.

    Example:
        {'crv': 'Ed25519', 'kid': '2026-11', 'kty': 'OKP', 'use': 'sig', 'x':
            '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'}

    Attributes:
        kty (str): The key type: `RSA`, `EC` or `OKP`. Example: OKP.
        alg (str | Unset): The only algorithm of the key, if given: RS256, RS384, PS256, ES256, ES384 or EdDSA. Example:
            EdDSA.
        crv (str | Unset): The curve, of `EC` and `OKP`. Example: Ed25519.
        e (str | Unset): The exponent of `RSA`.
        kid (str | Unset): The id of the key. Must be unique. Example: 2026-11.
        n (str | Unset): The modulus of `RSA`.
        use (str | Unset): `sig`, if given. Example: sig.
        x (str | Unset): The key of `OKP`, or the first coordinate of `EC`.
        y (str | Unset): The second coordinate of `EC`.
    """

    kty: str
    alg: str | Unset = UNSET
    crv: str | Unset = UNSET
    e: str | Unset = UNSET
    kid: str | Unset = UNSET
    n: str | Unset = UNSET
    use: str | Unset = UNSET
    x: str | Unset = UNSET
    y: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kty = self.kty

        alg = self.alg

        crv = self.crv

        e = self.e

        kid = self.kid

        n = self.n

        use = self.use

        x = self.x

        y = self.y

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kty": kty,
            }
        )
        if alg is not UNSET:
            field_dict["alg"] = alg
        if crv is not UNSET:
            field_dict["crv"] = crv
        if e is not UNSET:
            field_dict["e"] = e
        if kid is not UNSET:
            field_dict["kid"] = kid
        if n is not UNSET:
            field_dict["n"] = n
        if use is not UNSET:
            field_dict["use"] = use
        if x is not UNSET:
            field_dict["x"] = x
        if y is not UNSET:
            field_dict["y"] = y

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kty = d.pop("kty")

        alg = d.pop("alg", UNSET)

        crv = d.pop("crv", UNSET)

        e = d.pop("e", UNSET)

        kid = d.pop("kid", UNSET)

        n = d.pop("n", UNSET)

        use = d.pop("use", UNSET)

        x = d.pop("x", UNSET)

        y = d.pop("y", UNSET)

        public_key = cls(
            kty=kty,
            alg=alg,
            crv=crv,
            e=e,
            kid=kid,
            n=n,
            use=use,
            x=x,
            y=y,
        )

        return public_key
