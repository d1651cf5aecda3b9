#!/bin/sh
# Finds a PostgreSQL for the store's tests, else installs Debian's. Without one they are skipped.
set -u
if command -v initdb >/dev/null 2>&1; then exit 0; fi
for found in /usr/lib/postgresql/*/bin/initdb; do
  if [ -x "$found" ]; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1; then
  become=""
  [ "$(id -u)" -eq 0 ] || become="sudo -n"
  echo "conflict-map: installing Debian's postgresql ..."
  if $become apt-get update -qq && DEBIAN_FRONTEND=noninteractive $become apt-get install -y -qq postgresql >/dev/null; then
    exit 0
  fi
fi
echo "conflict-map: no PostgreSQL here; the store's tests on it are skipped." >&2
