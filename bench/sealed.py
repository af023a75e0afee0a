"""Rows encrypted as the service does it (docs/adr/0056), so that the data of the measurements is readable to it.

Every key follows from what it is for: the same rows come out each time, on both databases.
"""

import base64
import functools
import hashlib
import hmac
import json
import os
import uuid

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

import services

FORMAT, GENERATION, KEY_VERSION = 1, 1, 1


def key(*of):
    return hashlib.sha256(b"omringd bench ".join([b"", *of])).digest()


def encrypt(under, nonce, context, plain):
    return nonce + AESGCM(under).encrypt(nonce, plain, context)


def nonce(of):
    """A nonce for each id: its kind and its number."""
    return of.bytes[:4] + of.bytes[8:]


def index_key(organisation):
    return key(b"index", organisation.bytes)


def keep_key(organisation):
    """Puts the keys of an organisation into the key store of every service of the measurements."""
    keep(organisation, f"index-{KEY_VERSION}", nonce(uuid.uuid5(organisation, "index")), index_key(organisation))
    keep(organisation, str(KEY_VERSION), nonce(organisation), key(organisation.bytes))


def keep(organisation, name, nonce_of, secret):
    context = b"omringd organisation " + organisation.bytes + name.encode()
    directory = services.KEY_STORE / str(organisation)
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    # The other database's process writes the same: whole, or not at all.
    new = directory / f".{os.getpid()}"
    new.write_bytes(base64.b64encode(encrypt(services.KEY_ENCRYPTION_KEY, nonce_of, context, secret)) + b"\n")
    new.chmod(0o600)
    new.rename(directory / name)


def value_hash(organisation, system, value):
    """The column `value_hash` of an identifier."""
    return hmac.digest(index_key(organisation), f"{system}\0{value}".encode(), "sha256")


def client_key(organisation, client):
    """The columns `key_version` and `client_key`."""
    context = b"omringd client " + organisation.bytes + client.bytes
    return KEY_VERSION, encrypt(key(organisation.bytes), nonce(client), context, key(organisation.bytes, client.bytes))


@functools.lru_cache(maxsize=2)
def cipher(organisation, client):
    return AESGCM(key(organisation.bytes, client.bytes))


def seal(organisation, client, table, row, **said):
    """The column `sealed` of a row that says this."""
    context = b"omringd row " + organisation.bytes + client.bytes + row.bytes + bytes([GENERATION]) + table.encode()
    plain = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return bytes([FORMAT, GENERATION]) + nonce(row) + cipher(organisation, client).encrypt(nonce(row), plain, context)
