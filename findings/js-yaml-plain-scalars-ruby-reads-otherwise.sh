#!/usr/bin/env bash
# Public packages: js-yaml 5.5.0 (npm) and Psych, Ruby's own YAML, as Jekyll reads front matter (Debian 12: Ruby 3.1.2,
# Psych 4.0.3).
#
# js-yaml quotes a string that YAML 1.1 or 1.2 could read as something else (`no`, `08:00`, `2026-11-29`), so one takes
# what it writes plain to be a string for everybody. Ruby's scalar scanner takes more than either version of YAML does:
# thousands with a comma are a number, a date needs no two digits, a leading colon makes a symbol. A post titled
# “1,000” is sorted as a number, one tagged “:note” stops the build of a reader that permits no symbols.
#
# Output seen:
#   k: 1,000     Integer 1000
#   k: 2026-1-2  Date 2026-01-02
#   k: :note     Symbol note
#   k: '08:00'   String 08:00
set -euo pipefail
for program in npm ruby; do command -v "$program" >/dev/null || { echo "$program is not installed"; exit 77; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact js-yaml@5.5.0
cat >write.mjs <<'JS'
import { dump } from 'js-yaml';
for (const k of ['1,000', '2026-1-2', ':note', '08:00']) process.stdout.write(dump({ k }));
JS
output=$(node write.mjs | ruby -ryaml -rdate -e '
  STDIN.each_line do |line|
    value = YAML.safe_load(line, permitted_classes: [Date, Symbol])["k"]
    puts "#{line.strip.ljust(12)} #{value.class} #{value}"
  end')
echo "$output"
[ "$output" = "k: 1,000     Integer 1000
k: 2026-1-2  Date 2026-01-02
k: :note     Symbol note
k: '08:00'   String 08:00" ]
