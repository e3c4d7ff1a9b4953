#!/usr/bin/env bash
# Public packages: puppeteer-core 24.43.1 (npm) and Debian's Chromium (seen in 156.0.8078.73).
#
# Chromium makes an extension's popup as large as its page. To find that size it lays the page out at another width, and
# then at its own, again after every change, not only when the popup opens. A body that fills the window (`100vw`, or
# `position: fixed; inset: 0`) is laid out anew at each of the two widths, with all of its text; a body with a width of
# its own is not, although the root has that same width in both pages. One takes a root of a fixed size to be enough.
#
# Here a popup of 3,000 paragraphs gets one more. A layout counts where it takes over a fifth of the time of the longest.
#
# Output seen:
#   body { width: 100vw }: laid out more than once
#   body { width: 420px }: laid out once
set -euo pipefail
for program in npm chromium; do command -v "$program" >/dev/null || { echo "$program is not installed"; exit 77; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact puppeteer-core@24.43.1
cat >open.mjs <<'JS'
import { mkdirSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const WIDTHS = ['100vw', '420px'];
for (const width of WIDTHS) {
  const folder = `${process.cwd()}/${width}`;
  mkdirSync(folder);
  const manifest = { manifest_version: 3, name: width, version: '1', action: { default_popup: 'popup.html' } };
  writeFileSync(`${folder}/manifest.json`, JSON.stringify(manifest));
  const style = `html { width: 420px; height: 600px; overflow: hidden } body { margin: 0; width: ${width}; height: 600px; overflow: auto }`;
  const text = '<p>The night ferry was late again, the harbour office said on Tuesday.</p>'.repeat(3000);
  writeFileSync(`${folder}/popup.html`, `<!doctype html><style>${style}</style><script src="popup.js" defer></script>${text}`);
  writeFileSync(
    `${folder}/popup.js`,
    `setTimeout(() => {
      performance.mark('change');
      document.body.prepend(document.querySelector('p').cloneNode(true));
      document.body.style.fontSize = '17px';
    }, 1500);`,
  );
}
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  pipe: true,
  enableExtensions: true,
  targetFilter: (target) => !target.url().includes('popup'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
const [page] = await browser.pages();
const session = await browser.target().createCDPSession();
for (const width of WIDTHS) {
  const id = await browser.installExtension(`${process.cwd()}/${width}`);
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  const traceConfig = { includedCategories: ['devtools.timeline', 'blink.user_timing'] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await page.triggerExtensionAction((await browser.extensions()).get(id));
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  const change = events.find(({ name }) => name === 'change');
  const layouts = events.filter(({ name, pid, ts }) => name === 'Layout' && pid === change.pid && ts > change.ts);
  const longest = Math.max(...layouts.map(({ tdur }) => tdur));
  const count = layouts.filter(({ tdur }) => tdur > longest / 5).length;
  console.log(`body { width: ${width} }: laid out ${count > 1 ? 'more than once' : 'once'}`);
  const { targetInfos } = await session.send('Target.getTargets');
  const popup = targetInfos.find(({ url }) => url.includes(`${id}/popup`));
  if (popup) await session.send('Target.closeTarget', { targetId: popup.targetId });
}
await browser.close();
JS
output=$(node open.mjs)
echo "$output"
[ "$output" = "body { width: 100vw }: laid out more than once
body { width: 420px }: laid out once" ]
