import { expect, it } from 'vitest';
import { authorsModule } from '../../../src/core/modules/authors-module.ts';
import { registeredModules, registerModule, takeModule } from '../../../src/core/modules/registered-modules.ts';

it('hands a module to the one who takes it, so that its code is not kept', () => {
  const scope = {};
  registerModule(scope, { authors: authorsModule });
  expect(takeModule(scope, 'sites')).toBeUndefined();
  expect(takeModule(scope, 'authors')).toBe(authorsModule);
  expect(takeModule(scope, 'authors')).toBeUndefined();
  expect(registeredModules(scope)).toEqual({});
});
