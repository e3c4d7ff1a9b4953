#!/usr/bin/env bash
# Public packages: puppeteer-core 24.43.1 (npm) and Debian's Chromium (seen in 156.0.8078.73).
#
# Tests of an extension look into its service worker by Puppeteer's `WebWorker`, and have it stopped by DevTools'
# `ServiceWorker.stopAllWorkers`, as the browser ends one that is idle. A worker that was looked into that way is not woken
# by the next event: a message, or an alarm. Where nobody has looked, or a session was used that is detached again, it is.
# One takes the extension to lose its work with the worker, or blames the alarm.
#
# Output seen:
#   nobody looks into it: awake, stopped, awake
#   WebWorker.evaluate: awake, stopped, no answer in 8 s
#   a session that is detached: awake, stopped, awake
set -euo pipefail
for program in npm chromium; do command -v "$program" >/dev/null || { echo "$program is not installed"; exit 77; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact puppeteer-core@24.43.1
mkdir extension
cat >extension/manifest.json <<'JSON'
{ "manifest_version": 3, "name": "Sleeper", "version": "1", "background": { "service_worker": "worker.js" } }
JSON
echo 'chrome.runtime.onMessage.addListener((_message, _sender, answer) => answer("awake"));' >extension/worker.js
echo '<!doctype html><title>Asker</title>' >extension/page.html
cat >ask.mjs <<'JS'
import puppeteer from 'puppeteer-core';

const ways = {
  'nobody looks into it': async () => {},
  'WebWorker.evaluate': async (target) => void (await (await target.worker()).evaluate('1')),
  'a session that is detached': async (target) => {
    const session = await target.createCDPSession();
    await session.send('Runtime.evaluate', { expression: '1' });
    await session.detach();
  },
};
for (const [way, look] of Object.entries(ways)) {
  const browser = await puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    pipe: true,
    enableExtensions: [`${process.cwd()}/extension`],
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
  const page = await browser.newPage();
  await page.goto(target.url().replace("worker.js", "page.html"));
  const ask = () =>
    page.evaluate(() =>
      Promise.race([
        chrome.runtime.sendMessage('are you there').catch((error) => String(error)),
        new Promise((resolve) => setTimeout(resolve, 8000, 'no answer in 8 s')),
      ]),
    );
  const first = await ask();
  await look(target);
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  const isRunning = () => browser.targets().some((each) => each.type() === 'service_worker');
  for (let n = 0; n < 50 && isRunning(); n++) await new Promise((resolve) => setTimeout(resolve, 100));
  console.log(`${way}: ${first}, stopped, ${await ask()}`);
  await browser.close();
}
JS
seen=$(timeout 120 node ask.mjs)
echo "$seen"
[ "$seen" = 'nobody looks into it: awake, stopped, awake
WebWorker.evaluate: awake, stopped, no answer in 8 s
a session that is detached: awake, stopped, awake' ]
