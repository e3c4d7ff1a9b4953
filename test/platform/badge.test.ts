import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { BADGE_COLOURS } from '../../src/platform/badge.ts';

// The polyfill refuses to be loaded outside an extension.
vi.mock('../../src/platform/browser.ts', () => ({ browser: {} }));

const TOKENS = readFileSync(new URL('../../src/ui/shared/tokens.css', import.meta.url), 'utf8');

it.each(Object.entries(BADGE_COLOURS))('the badge has the colour of the token --%s', (name, colour) => {
  expect(TOKENS).toContain(`--${name}: light-dark(${colour},`);
});
