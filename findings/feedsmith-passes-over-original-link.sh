#!/usr/bin/env bash
# Public package: feedsmith 3.0.1 (npm). It knows many namespaces of feeds, `media`, `dc` and `rawvoice` among
# them, so one expects that an element of a known feed extension is in the result under its prefix.
#
# FeedBurner's `origLink` is not: `<feedburner:origLink>` of a valid item is left out, in RSS and in Atom, and nothing
# tells. It is the only place where such a feed names the story's own address: `link` leads to the proxy. A robot that
# stores `link` keeps an address that dies with the proxy.
#
# Output seen:
#   rss: link http://proxy.example/1, keys link,title
#   atom: link http://proxy.example/1, keys id,links,title,updated
set -euo pipefail
command -v npm >/dev/null || { echo 'npm is not installed'; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact feedsmith@3.0.1
cat >read.mjs <<'JS'
import { parseFeed } from 'feedsmith';
const space = 'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"';
const original = '<feedburner:origLink>http://story.example/1</feedburner:origLink>';
const rss = parseFeed(`<rss version="2.0" ${space}><channel><title>t</title><link>http://story.example</link>
  <description>d</description><item><title>x</title><link>http://proxy.example/1</link>${original}</item></channel></rss>`);
const atom = parseFeed(`<feed xmlns="http://www.w3.org/2005/Atom" ${space}><title>t</title><id>f</id>
  <updated>2026-03-04T05:06:07Z</updated><entry><title>x</title><id>1</id><updated>2026-03-04T05:06:07Z</updated>
  <link rel="alternate" href="http://proxy.example/1"/>${original}</entry></feed>`);
const [item, entry] = [rss.feed.items[0], atom.feed.entries[0]];
console.log(`rss: link ${item.link}, keys ${Object.keys(item).sort()}`);
console.log(`atom: link ${entry.links[0].href}, keys ${Object.keys(entry).sort()}`);
JS
output=$(node read.mjs)
echo "$output"
[ "$output" = 'rss: link http://proxy.example/1, keys link,title
atom: link http://proxy.example/1, keys id,links,title,updated' ]
