#!/usr/bin/env bash
# The tests, on a fresh Debian 12: packages, build, unit tests, format, pages, installation.
#   ./test.sh        what every change must pass
#   ./test.sh quick  the unit tests only, without the pages
#   ./test.sh deep   also the sanitizers and the fuzzers
# Tests on ../shared run where it is there and say so where it is not.
set -euo pipefail
cd "$(dirname "$0")"
what=${1:-all}
jobs=$(nproc)
say() { printf '\n== %s\n' "$*"; }

tools/packages "$([ "$what" = deep ] && echo fuzz || echo test)"

say 'build and unit tests'
cmake --preset dev -DGUANLAN_WEB="$([ "$what" = quick ] && echo OFF || echo ON)" >/dev/null
cmake --build --preset dev -j "$jobs"
ctest --test-dir build/dev --output-on-failure -j "$jobs"
[ "$what" = quick ] && exit 0

say 'format: the sources as tools/format sets them'
tools/format --check

say 'web: types, unit tests, a browser against the binary'
tools/web-test

say 'agents: the official MCP client against the binary'
tools/mcp-test

say 'installation: a program outside the tree links the library'
tools/install-test
[ "$what" = deep ] || exit 0

say 'sanitizers: the same tests under AddressSanitizer and UBSan'
cmake --preset sanitize >/dev/null
cmake --build --preset sanitize -j "$jobs"
ctest --test-dir build/sanitize --output-on-failure -j "$jobs"

say 'fuzzers: the kept corpora, then some seconds of new inputs each'
tools/fuzz "${GUANLAN_FUZZ_SECONDS:-5}"
