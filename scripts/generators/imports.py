"""Imports every module of the generated Python client and prints those that cannot be imported."""

import importlib
import pkgutil

import omringd_client

for module in pkgutil.walk_packages(omringd_client.__path__, "omringd_client."):
    try:
        importlib.import_module(module.name)
    except Exception as error:
        print(f"import {module.name}: {error}")
