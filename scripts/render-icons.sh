#!/bin/sh
# Renders icons/mark.svg to the sizes that browsers and stores ask for. Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")/../icons"
for size in 16 32 48 96 128; do
  rsvg-convert --width "$size" --height "$size" mark.svg --output "$size.png"
done
