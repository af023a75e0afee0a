#!/usr/bin/env bash
# Runs once, when the database is created. The owner changes the schema; the runtime role only reads and writes; the
# backup role reads every row, which row-level security hides from the others.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v owner="$OMRINGD_OWNER_PASSWORD" -v runtime="$OMRINGD_RUNTIME_PASSWORD" -v backup="$OMRINGD_BACKUP_PASSWORD" -U "$POSTGRES_USER" <<'SQL'
create role omringd_owner login password :'owner';
create role omringd_runtime login password :'runtime';
create role omringd_backup login bypassrls password :'backup';
create database omringd owner omringd_owner;
\connect omringd
alter schema public owner to omringd_owner;
SQL
