#!/usr/bin/env bash
# Public packages: puppeteer-core 24.43.1 (npm) and Debian's Chromium (seen in 156.0.8078.73).
#
# `runtime.sendMessage` wakes an extension's service worker that has stopped. The message waits for the worker to start,
# and is dropped where the page that sent it closes meanwhile, as a popup does at a click beside it. A worker that runs
# gets the message although the sender has closed. What the page stores in the same moment (`storage.local.set`) is stored
# in both cases, and `storage.local.onChanged` wakes the worker for it. One takes a message to be safe once
# `sendMessage` has returned.
#
# Output seen:
#   worker runs, page stays: message arrived, value arrived
#   worker runs, page closes: message arrived, value arrived
#   worker sleeps, page stays: message arrived, value arrived
#   worker sleeps, page closes: message lost, value arrived
set -euo pipefail
for program in npm chromium; do command -v "$program" >/dev/null || { echo "$program is not installed"; exit 77; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact puppeteer-core@24.43.1
mkdir extension
cat >extension/manifest.json <<'JSON'
{ "manifest_version": 3, "name": "Sender", "version": "1", "permissions": ["storage"], "background": { "service_worker": "worker.js" } }
JSON
cat >extension/worker.js <<'JS'
chrome.runtime.onMessage.addListener((name) => void chrome.storage.local.set({ [`message ${name}`]: true }));
chrome.storage.local.onChanged.addListener((changes) => {
  for (const key of Object.keys(changes)) {
    if (key.startsWith('ask ')) chrome.storage.local.set({ [`value ${key.slice(4)}`]: true });
  }
});
JS
echo '<!doctype html><title>Sender</title>' >extension/page.html
cat >send.mjs <<'JS'
import puppeteer from 'puppeteer-core';

const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  pipe: true,
  enableExtensions: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
const id = await browser.installExtension(`${process.cwd()}/extension`);
const address = `chrome-extension://${id}/page.html`;
const [tab] = await browser.pages();
await tab.goto(address);
const session = await tab.createCDPSession();
await session.send('ServiceWorker.enable');
const running = () => browser.targets().some((target) => target.type() === 'service_worker');
const until = async (ask) => {
  for (let n = 0; n < 100 && !(await ask()); n++) await new Promise((resolve) => setTimeout(resolve, 100));
};
const arrived = (what) => tab.evaluate(async (key) => key in (await chrome.storage.local.get(key)), what);

for (const sleeps of [false, true]) {
  for (const closes of [false, true]) {
    const name = `worker ${sleeps ? 'sleeps' : 'runs'}, page ${closes ? 'closes' : 'stays'}`;
    const page = await browser.newPage();
    await page.goto(address);
    await page.evaluate(() => chrome.runtime.sendMessage('wake').catch(() => undefined));
    if (sleeps) {
      await session.send('ServiceWorker.stopAllWorkers');
      await until(() => !running());
    }
    await page.evaluate((of, isLast) => {
      chrome.runtime.sendMessage(of).catch(() => undefined);
      chrome.storage.local.set({ [`ask ${of}`]: true });
      if (isLast) setTimeout(() => window.close());
    }, name, closes).catch(() => undefined);
    await until(() => arrived(`value ${name}`));
    await until(() => arrived(`message ${name}`));
    const said = async (what) => `${what} ${(await arrived(`${what} ${name}`)) ? 'arrived' : 'lost'}`;
    console.log(`${name}: ${await said('message')}, ${await said('value')}`);
  }
}
await browser.close();
JS
seen=$(timeout 120 node send.mjs)
echo "$seen"
[ "$seen" = "worker runs, page stays: message arrived, value arrived
worker runs, page closes: message arrived, value arrived
worker sleeps, page stays: message arrived, value arrived
worker sleeps, page closes: message lost, value arrived" ]
