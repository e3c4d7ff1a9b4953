#!/usr/bin/env bash
# Public package: robots-parser 3.0.1 (npm). It aims to comply with draft-koster-rep, which is RFC 9309 today.
#
# The RFC says that other records must not interfere: “a 'Sitemaps' record MUST NOT terminate a group” (2.2.4). Between
# two User-agent lines it does: the first agent is left without rules, and may fetch what the file forbids it. Between
# rules it does not. The RFC also has escaped letters compared as themselves, with this very example (2.2.2):
# `/foo/bar/%62%61%7A` matches `/foo/bar/baz`. It does not, on either side.
#
# Output seen (true: may be fetched):
#   two agents, Disallow: /                        false
#   two agents, a Sitemap between, Disallow: /     true
#   Disallow: /foo/bar/%62%61%7A, /foo/bar/baz     true
#   Disallow: /foo/bar/baz, /foo/bar/%62%61%7A     true
set -euo pipefail
command -v npm >/dev/null || { echo 'npm is not installed'; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact robots-parser@3.0.1
cat >read.mjs <<'JS'
import robotsParser from 'robots-parser';
const mayFetch = (path, ...lines) =>
  robotsParser('https://a.example/robots.txt', lines.join('\n')).isAllowed(`https://a.example${path}`, 'one');
const say = (what, answer) => console.log(`${what.padEnd(46)} ${answer}`);
const [one, two] = ['User-agent: one', 'User-agent: two'];
const sitemap = 'Sitemap: https://a.example/sitemap.xml';
say('two agents, Disallow: /', mayFetch('/x', one, two, 'Disallow: /'));
say('two agents, a Sitemap between, Disallow: /', mayFetch('/x', one, sitemap, two, 'Disallow: /'));
say('Disallow: /foo/bar/%62%61%7A, /foo/bar/baz', mayFetch('/foo/bar/baz', one, 'Disallow: /foo/bar/%62%61%7A'));
say('Disallow: /foo/bar/baz, /foo/bar/%62%61%7A', mayFetch('/foo/bar/%62%61%7A', one, 'Disallow: /foo/bar/baz'));
JS
output=$(node read.mjs)
echo "$output"
[ "$output" = 'two agents, Disallow: /                        false
two agents, a Sitemap between, Disallow: /     true
Disallow: /foo/bar/%62%61%7A, /foo/bar/baz     true
Disallow: /foo/bar/baz, /foo/bar/%62%61%7A     true' ]
