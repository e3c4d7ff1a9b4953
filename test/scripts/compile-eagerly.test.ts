import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withEagerFunctions } from '../../scripts/compile-eagerly.ts';

/** A function that is neither in parentheses of its own nor a method of a class, an accessor, or an asynchronous method. */
const LAZY = /(?<!\()\bfunction\b/;

describe('functions that are compiled eagerly', () => {
  it.each([
    ['a declaration', 'function twice(n){return 2*n}twice(21)', 'var twice=(function(n){return 2*n});twice(21)'],
    [
      'one that is called above',
      'twice(21);function twice(n){return 2*n}',
      'var twice=(function(n){return 2*n});twice(21);',
    ],
    ['an expression', 'var f=function(){return 42};f()', 'var f=(function(){return 42});f()'],
    ['an argument', '[42].map(n=>n)[0]', '[42].map((n=>n))[0]'],
    ['one that is called at once', 'var x=function(){return 42}();x', 'var x=(function(){return 42})();x'],
    ['one in parentheses', '(function(){return 42})()', '(function(){return 42})()'],
    ['a method', '({answer(){return 42}}).answer()', '({answer:(function(){return 42})}).answer()'],
    ['a generator', 'function*f(){yield 42}[...f()][0]', 'var f=(function*(){yield 42});[...f()][0]'],
  ])('are the same functions: %s', (_, code, eager) => {
    expect(withEagerFunctions(code)).toBe(eager);
    expect(runInNewContext(eager)).toEqual(runInNewContext(code));
    expect(eager).not.toMatch(LAZY);
  });

  it('keep directives first, their names, and what is inside them', () => {
    const code =
      'function outer(){"use strict";let n=1;return inner();function inner(){return ()=>typeof this+n}}[outer.name,outer()()]';
    const eager = withEagerFunctions(code);
    expect(eager).toContain('{"use strict";var inner=');
    expect(Array.from(runInNewContext(eager))).toEqual(['outer', 'undefined1']);
    expect(Array.from(runInNewContext(code))).toEqual(['outer', 'undefined1']);
  });

  it('leaves alone what has no such form', () => {
    for (const code of ['class A{m(){return 1}get x(){return 2}}', '({get x(){return 1},async m(){},["a"+1](){}})']) {
      expect(withEagerFunctions(code)).toBe(code);
    }
    const inBlock = 'if(true){function f(){return 42}}';
    expect(withEagerFunctions(inBlock)).toBe(inBlock);
  });
});
