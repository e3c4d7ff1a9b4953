#!/usr/bin/env bash
# Public package: lighttpd (Debian 12: 1.4.69-1) with mod_webdav, default configuration of its stat cache.
#
# A good engineer takes it that GET answers with what is on the disk, as ETag and Last-Modified are made from it. Here a
# file that another program has replaced is handed out with its old content, and one that was removed with 200, for about
# a second (server.stat-cache-engine is "simple"). PUT with If-Match is not fooled: 412. So “removed” and “unchanged” are
# known only after a second look, or with server.stat-cache-engine = "disable".
#
# Output seen:
#   after it was replaced: first
#   after it was removed: 200
#   three seconds later: 404
set -euo pipefail
program=$(command -v lighttpd || echo /usr/sbin/lighttpd)
[ -x "$program" ] || { echo 'lighttpd is not installed'; exit 77; }
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
url="http://127.0.0.1:$port"
mkdir "$folder/root"
cat >"$folder/conf" <<CONF
server.document-root = "$folder/root"
server.bind = "127.0.0.1"
server.port = $port
server.modules = ("mod_webdav")
mimetype.assign = ("" => "application/octet-stream")
webdav.activate = "enable"
CONF
"$program" -D -f "$folder/conf" >"$folder/log" 2>&1 &
server=$!
trap 'kill $server; rm -rf "$folder"' EXIT
for _ in $(seq 100); do curl -s -o /dev/null "$url/" && break; sleep 0.1; done

status() { curl -s -o /dev/null -w '%{http_code}' "$url/post.md"; }

"$program" -v | head -n 1
# A loaded machine may be slower than the cache.
for _ in 1 2 3 4 5; do
  echo first >"$folder/root/post.md"
  sleep 3
  status >/dev/null
  echo second >"$folder/new"
  mv "$folder/new" "$folder/root/post.md"
  replaced=$(curl -s "$url/post.md")
  sleep 3
  status >/dev/null
  rm "$folder/root/post.md"
  removed=$(status)
  sleep 3
  later=$(status)
  [ "$replaced" = first ] && [ "$removed" = 200 ] && break
done
echo "after it was replaced: $replaced"
echo "after it was removed: $removed"
echo "three seconds later: $later"
[ "$replaced" = first ] && [ "$removed" = 200 ] && [ "$later" = 404 ]
