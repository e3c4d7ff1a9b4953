import type { View } from './test-browser.ts';
import { waitFor } from './wait-for.ts';

/** Selects a text of a page, in one text node of it, once it is drawn. @returns what is selected then. */
export function selectText(view: View, text: string): Promise<string> {
  return waitFor(`“${text}” to be selected`, async () => {
    const selected = await view.run((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.nodeValue?.indexOf(wanted) ?? -1;
        if (start >= 0) getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
      }
      return String(getSelection());
    }, text);
    return selected === text && selected;
  });
}

/** The passages that are painted in a page, by colour. */
export function paintedIn(view: View): Promise<string[]> {
  return view.run(() => [...CSS.highlights].map(([name, ranges]) => `${name}: ${[...ranges].map(String).join(' | ')}`));
}
