import { expect, test } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { COMMAND_LABELS } from '../../../src/ui/options/shortcuts-section.tsx';

test('every command of the manifest has a name in the language of the page', () => {
  expect([...COMMAND_LABELS.keys()].toSorted()).toEqual(Object.keys(manifest.commands).toSorted());
});
