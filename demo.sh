#!/usr/bin/env bash
# From a fresh Debian 12 to records: packages, build, and the main job on samples/.
set -euo pipefail
cd "$(dirname "$0")"
tools/packages run
cmake --preset release -DGUANLAN_TESTS=OFF >/dev/null
cmake --build --preset release
guanlan=build/release/guanlan

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
db=$(mktemp -d)/demo.db
trap 'rm -rf "$(dirname "$db")"' EXIT

say '1. 一期月刊读成记录 (a monthly becomes records)'
"$guanlan" extract samples/monthly.txt --format table
say '2. 一条记录的全部字段 (one record in full)'
"$guanlan" extract samples/notice.html --format json
say '3. 入库、列出、显示 (store, list, show)'
"$guanlan" add samples --db "$db"
"$guanlan" list --db "$db" --kind enforcement
"$guanlan" show 4 --db "$db"
say '4. 每个值都有出处 (why a value is what it is)'
"$guanlan" explain samples/monthly.txt:4 --field sanctions

say '5. 检索 (search)'
"$guanlan" search '个人信息 kind:enforcement' --db "$db"
say '6. 校对 (proofread)'
"$guanlan" check samples/monthly.txt
say '7. 成刊：可改的文件夹，再排成网页与 Word (an issue to edit, then HTML and Word)'
issue=$(dirname "$db")/2025-03
"$guanlan" compose 2025-03 --style monthly --db "$db" --into "$issue"
"$guanlan" issue show "$issue"
"$guanlan" issue render "$issue" --draft --output html,docx
