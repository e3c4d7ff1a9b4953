/** “page 2 of 4”, “第2页/共4页”, “Seite 2 von 4”, and what says the last number alone. */
const TOTALS = [
  /\b(?:page|seite|página|pagina|sida|p\.)\s*\d{1,2}\s*(?:of|von|sur|de|di|van|av|\/)\s*(\d{1,2})\b/i,
  /共\s*(\d{1,2})\s*[页頁]/,
  /(?:^|[^\d/])\d{1,2}\s*[/／]\s*(\d{1,2})\s*(?:页|頁|ページ|pages?\b)/i,
  /全\s*(\d{1,2})\s*ページ/,
];

/** A line that counts pages is short, and near the links to them. */
const LINE_LENGTH = 200;
const NEAR = 3;

/** How many pages the text around some links says that there are. */
export function statedTotal(links: readonly Element[]): number | undefined {
  for (const link of links) {
    let box = link.parentElement;
    for (let step = 0; box && step < NEAR; step++, box = box.parentElement) {
      const text = (box.textContent ?? '').replace(/\s+/g, ' ');
      if (text.length > LINE_LENGTH) break;
      for (const total of TOTALS) {
        const number = Number(total.exec(text)?.[1]);
        if (number > 0) return number;
      }
    }
  }
  return undefined;
}
