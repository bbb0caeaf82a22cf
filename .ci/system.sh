#!/usr/bin/env bash
# What the machine itself must have: Chromium and Python (from Debian, when we are root), then .venv.
# Runs in the background of .ci/run. What cannot be had makes `npm test` fail later and say what is missing.
set -u
cd "$(dirname "$0")/.."

packages="python3 python3-venv strace"
[ -n "${CHROMIUM_BIN:-}" ] || packages="$packages chromium fonts-dejavu-core"

missing=""
for package in $packages; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done
if [ -n "$missing" ]; then
  echo "apt-get install$missing"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # a list of words
  apt-get update -qq && apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends $missing >/dev/null ||
    echo "apt-get failed"
fi

node scripts/python-env.mjs
