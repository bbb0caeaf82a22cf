#!/usr/bin/env bash
# What the machine itself must have: Chromium, Python, clang, Java and what IJavascript is built with (from Debian, when
# we are root), then .venv, the Jupyter kernels in .kernels, and HDFS.
# Runs in the background of .ci/run. What cannot be had makes `npm test` fail later and say what is missing.
set -u
cd "$(dirname "$0")/.."

packages="python3 python3-venv strace clang lld g++ make libzmq3-dev"
command -v javac >/dev/null || packages="$packages openjdk-17-jdk-headless"
command -v mvn >/dev/null || packages="$packages maven"
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
code=$?
node scripts/kernels.mjs # where it fails, npm test says so
node scripts/runtimes.mjs # where it fails, npm test says so
nice node scripts/servers/install.mjs hdfs # where it fails, npm test says so
exit $code
