// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/strike" }
import { expect, test } from 'vitest';
import { runPagesTask } from '../../src/content/pages/run-pages-task.ts';
import { clipDocument } from '../../src/core/clip-document.ts';
import { modulesOf, requiredModules } from '../../src/core/modules/modules.ts';
import { registerModule } from '../../src/core/modules/registered-modules.ts';

test('a page that was not clipped says nothing of further pages: they are of another story', async () => {
  document.body.innerHTML = `<h1>The long strike</h1><article><p>${'The ferries are on strike. '.repeat(20)}</p></article>
    <p class="pages"><a href="/strike">1</a> <a href="/strike/2">2</a> <a href="/strike/3">3</a></p>`;
  expect(await runPagesTask()).toEqual({ ok: true });
  registerModule(globalThis, { clip: { clipDocument, modulesOf, requiredModules } });
  expect(await runPagesTask()).toMatchObject({ ok: true, seen: { others: [{ number: 2 }, { number: 3 }] } });
});
