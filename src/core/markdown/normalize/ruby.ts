import type { TreeWriter } from './tree-writer.ts';

/** Writes `<ruby>漢字<rt>かんじ</rt></ruby>` as 漢字（かんじ）: readable where no program draws the reading above. */
export function writeRuby(ruby: Element, writer: TreeWriter): void {
  for (const node of ruby.childNodes) {
    const name = node.nodeName.toLowerCase();
    if (name === 'rp') continue;
    const text = node.textContent ?? '';
    if ((name === 'rt' || name === 'rtc') && text.trim() !== '') writer.writeText(`（${text.trim()}）`);
    else writer.writeText(text);
  }
}
