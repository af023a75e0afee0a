"""Runs a command beside a new PostgreSQL, whose superuser's address is in OMRINGD_TEST_POSTGRES, and whose programs are on the path.

    python3 bench/with_postgres.py COMMAND [ARGUMENT…]
"""

import os
import shutil
import subprocess
import sys

import services

place = services.workplace()
database = services.Postgres(place, {"fsync": "off"})
try:
    environment = {
        **os.environ,
        "OMRINGD_TEST_POSTGRES": f"postgres://postgres@127.0.0.1:{database.port}/postgres",
        "PATH": f"{database.bin}:{os.environ['PATH']}",
    }
    sys.exit(subprocess.run(sys.argv[1:], env=environment).returncode)
finally:
    database.stop()
    shutil.rmtree(place)
