"""Generated from openapi/openapi.json by scripts/python-client.sh. Do not edit."""
