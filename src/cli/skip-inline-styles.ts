import type { DOMWindow } from 'jsdom';
import { jsdomNodes } from './jsdom-nodes.ts';

const SET_UP = '_initElementCSSInlineStyle';

/**
 * Has jsdom leave `style` attributes as texts. It parses each when it is set and makes an object for every element:
 * a tenth of the time of a clip, and an error where the reader of styles throws on a broken value. No rule of a clip
 * reads `element.style`. Holds for every window of the process.
 */
export function skipInlineStyles({ document }: DOMWindow): void {
  const { nodeOf } = jsdomNodes<object>(document);
  for (const element of [document.createElement('p'), document.createElementNS('http://www.w3.org/2000/svg', 'svg')]) {
    let prototype: object | null = nodeOf(element);
    while (prototype && !Object.hasOwn(prototype, SET_UP)) prototype = Reflect.getPrototypeOf(prototype);
    if (!prototype) throw new Error(`jsdom has no ${SET_UP} any more`);
    Reflect.set(prototype, SET_UP, leaveAsText);
  }
}

/** jsdom's own flag for “the attribute is being written from `element.style`”: it does not read it then. */
function leaveAsText(this: { _settingCssText: boolean; style: null }): void {
  this._settingCssText = true;
  this.style = null;
}
