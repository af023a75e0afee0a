#!/usr/bin/env bash
# Installs the mail server that a test starts: aiosmtpd, in target/venv/mail.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

need python3 "apt-get install python3"
venv mail aiosmtpd==1.4.6
