// @vitest-environment jsdom
import { h, render } from 'preact';
import { expect, test } from 'vitest';
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import { createTranslator, lookupIn } from '../../../src/i18n/translator.ts';
import { Refusal } from '../../../src/ui/popup/refusal.tsx';
import { Translation } from '../../../src/ui/shared/translation.tsx';

test('what can be done next has the focus as soon as it is shown: the next key is for it', () => {
  document.body.innerHTML = '<div id="view"></div>';
  const nothing = (): void => {};
  render(
    h(
      Translation.Provider,
      { value: createTranslator(lookupIn(english)) },
      h(Refusal, {
        page: { title: 'Ferry', url: 'https://news.example/ferry' },
        failure: { code: 'no-article', detail: '' },
        ...{ onRetry: nothing, onClose: nothing, onPick: nothing },
      }),
    ),
    document.querySelector('#view') ?? document.body,
  );
  // No frame has passed since.
  expect(document.activeElement?.tagName).toBe('BUTTON');
});
