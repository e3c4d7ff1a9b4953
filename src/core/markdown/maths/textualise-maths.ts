import { DRAWN_FORMS, MATHS_FORMS, texOfDrawing } from './maths-forms.ts';
import { texOfMathml } from './tex-of-mathml.ts';

/** What MathJax 2 draws before the script that holds the formula. */
const DRAWN = /\bMathJax(?:_\w+)?\b/;

/**
 * Replaces all maths below `root` by its TeX: `<code class="math">` in a line, `<pre class="math">` on separate lines.
 * Has to come before scripts and MathML are taken out: the TeX is often in one of them. A formula whose TeX cannot be
 * found stays as it is.
 */
export function textualiseMaths(root: Element): void {
  for (const element of root.querySelectorAll(`${MATHS_FORMS}, ${DRAWN_FORMS}, img`)) {
    if (!root.contains(element)) continue;
    const tex = texOf(element)?.trim();
    if (!tex) continue;
    const isDisplay = isDisplayed(element);
    const text = root.ownerDocument.createElement(isDisplay ? 'pre' : 'code');
    text.className = 'math';
    text.textContent = undelimited(tex);
    if (element.localName === 'script') removeDrawn(element);
    element.replaceWith(text);
  }
}

function texOf(element: Element): string | undefined {
  if (element.localName === 'img' || element.localName === 'svg') return texOfDrawing(element);
  if (element.localName === 'script') return element.textContent ?? '';
  const annotation = element.querySelector('annotation[encoding*="tex" i]')?.textContent;
  const attribute = element.getAttribute('data-tex') ?? element.getAttribute('data-latex');
  if (annotation || attribute) return annotation ?? attribute ?? undefined;
  const maths = element.localName === 'math' ? element : element.querySelector('math');
  if (maths) return maths.getAttribute('alttext') ?? texOfMathml(maths);
  const drawn = texOfDrawing(element);
  if (drawn !== undefined) return drawn;
  const text = element.textContent?.trim() ?? '';
  return /^(?:\\\([\s\S]*\\\)|\\\[[\s\S]*\\\]|\$[\s\S]+\$)$/.test(text) ? text : undefined;
}

function isDisplayed(element: Element): boolean {
  if (/mode=display/.test(element.getAttribute('type') ?? '')) return true;
  if (/\bkatex-display\b/.test(element.className) || /^(?:true|block)$/.test(element.getAttribute('display') ?? ''))
    return true;
  if (element.querySelector('math[display="block"]') !== null) return true;
  return /^(?:\\\[|\$\$)/.test(element.textContent?.trim() ?? '');
}

/** The formula without its delimiters, and without the style that Wikipedia sets each in. */
function undelimited(tex: string): string {
  const bare = tex.replace(/^(?:\\\(|\\\[|\${1,2})([\s\S]*?)(?:\\\)|\\\]|\${1,2})$/, '$1').trim();
  return bare.replace(/^\{\\(?:display|text|script)style\s([\s\S]*)\}$/, '$1').trim();
}

function removeDrawn(script: Element): void {
  for (
    let drawn = script.previousElementSibling;
    drawn && DRAWN.test(drawn.className);
    drawn = script.previousElementSibling
  )
    drawn.remove();
}
