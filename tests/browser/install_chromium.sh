#!/bin/sh
# Finds a Chromium for the browser tests: the system's, else Debian's package, else Playwright's own.
# $1: the environment's python.
set -u
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1; then
  become=""
  [ "$(id -u)" -eq 0 ] || become="sudo -n"
  echo "conflict-map: installing Debian's chromium ..."
  if $become apt-get update -qq && DEBIAN_FRONTEND=noninteractive $become apt-get install -y -qq chromium >/dev/null; then
    exit 0
  fi
  echo "conflict-map: that didn't work; trying Playwright's own ..."
fi
"$1" -m playwright install chromium || {
  echo "No Chromium could be found or installed. Install one by hand, then run make test again." >&2
  exit 1
}
