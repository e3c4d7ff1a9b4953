#!/usr/bin/env bash
# Public package: rclone (Debian 12: 1.60.1+dfsg-2), `rclone serve webdav`, built on golang.org/x/net/webdav.
#
# RFC 4918, 9.9: MOVE with "Overwrite: T" deletes the destination as a part of moving the source there. A good engineer
# takes it that a MOVE whose source is missing fails and changes nothing. Here the destination is removed first, and
# only then is the missing source noticed: 403, and the file is gone. It happens without malice: a connection
# that breaks after the first MOVE was done, and a client or proxy that sends it again.
#
# Output seen:
#   first MOVE: 204, destination: new
#   same MOVE again: 403, destination: 404
set -euo pipefail
command -v rclone >/dev/null || { echo 'rclone is not installed'; exit 77; }
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
url="http://127.0.0.1:$port"
HOME="$folder" rclone serve webdav "$folder/root" --addr "127.0.0.1:$port" >"$folder/log" 2>&1 &
server=$!
trap 'kill $server; rm -rf "$folder"' EXIT
mkdir "$folder/root"
for _ in $(seq 100); do curl -s -o /dev/null "$url/" && break; sleep 0.1; done

put() { curl -s -o /dev/null -T - "$url/$1" <<<"$2"; }
move() {
  curl -s -o /dev/null -w '%{http_code}' -X MOVE -H "Destination: $url/post.md" -H 'Overwrite: T' "$url/new.tmp"
}
look() { curl -s -o /dev/null -w '%{http_code}' "$url/post.md"; }

put post.md old
put new.tmp new
first=$(move)
content=$(curl -s "$url/post.md")
again=$(move)
after=$(look)
echo "$(rclone version | head -n 1)"
echo "first MOVE: $first, destination: $content"
echo "same MOVE again: $again, destination: $after"
[ "$content" = new ] && [ "$after" = 404 ]
