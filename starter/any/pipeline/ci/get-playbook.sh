#!/usr/bin/env bash
# Puts the program into .playbook/bin. This is the one place that says which version
# it is and where it comes from: an upgrade changes these two lines.
set -euo pipefail

version="@VERSION@"
source="@SOURCE@"

case "$(.playbook/bin/playbook --version 2>/dev/null || true)" in
  "playbook $version" | "playbook $version "*) exit 0 ;;
esac
if ! command -v cargo >/dev/null; then
  echo "cargo is missing: run this in an image with Rust, or put the program into .playbook/bin yourself" >&2
  exit 1
fi
# --locked: each of its parts has the checksum that stands in its lock file.
cargo install --locked --force --git "$source" --tag "v$version" --root .playbook playbook
