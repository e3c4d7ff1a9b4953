import { type Block, blocksOf, isProse } from '../blocks.ts';
import { type PassContext, remove } from '../pass.ts';
import { phraseTable } from '../phrases.ts';

/** Headings after which only the publisher speaks: about the company, the author, rights, comments. */
const TAIL_HEADINGS = phraseTable(`
  about | author | comments | leave a reply | leave a comment | contact | media contact | press contact | investor contact |
  forward-looking statements | share | tags | topics | newsletter | subscribe | related | disclaimer | how to listen | über |
  zur person | zum autor | kommentare | kommentar | schreibe einen kommentar | kontakt | pressekontakt | ansprechpartner |
  teilen | weitere | ähnliche | autor | autorin | à propos | commentaires | sobre el autor | acerca de | comentarios |
  sobre o autor | comentários | commenti | o autorze | komentarze | комментарии | об авторе | 关于 | 作者简介 | 公司简介 | 免责声明 |
  版权声明 | 评论 | 評論 | 關於 | 著者 | プロフィール | コメント
`);

/** How the publisher's own words about itself or the author begin, after the last paragraph of the story. */
const SIGN_OFFS = phraseTable(`
  contact | for more information | for further information | reach the reporter | email | follow | this article | this story |
  this post | the author | the writer | the post | read more | associated press | join our | reprinted | originally | download |
  der autor | die autorin | der beitrag | dieser artikel | dieser beitrag | weitere informationen | kontakt | quelle | 声明 | 免责 |
  本文 | 欢迎 | 更多 | 转载
`);

/** A sign-off is no longer than this. */
const SIGN_OFF_LENGTH = 500;

/** A longer heading is a paragraph set large. */
const HEADING_LENGTH = 120;

/** The tail begins after this share of the story. */
const TAIL_START = 0.6;

/** What follows the story's last paragraph: company boilerplate under its heading, sign-offs, left-over headings. */
export function tail(root: Element, context: PassContext): void {
  cutFromHeading(root, context);
  cutBoilerplate(root, context);
  const blocks = blocksOf(root);
  if (!blocks.some(isProse)) return;
  for (let i = blocks.length - 1; i > 0; i--) {
    const block = blocks[i];
    if (!block || !isLeftOver(block)) break;
    remove(block.element, 'tail', `left over "${SIGN_OFFS.startOf(block.text) ?? ''}"`, context);
  }
}

function cutFromHeading(root: Element, context: PassContext): void {
  const blocks = blocksOf(root);
  const total = blocks.reduce((sum, block) => sum + block.weight, 0);
  let before = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    if (before > total * TAIL_START && isLabel(block) && TAIL_HEADINGS.startOf(block.text) !== undefined) {
      for (const rest of blocks.slice(i))
        remove(rest.element, 'tail', `after heading "${TAIL_HEADINGS.startOf(block.text)}"`, context);
      return;
    }
    before += block.weight;
  }
}

/** How a company sums itself up below its press release: “Acme (ACM) is a leading provider of …”. */
const BOILERPLATE =
  /^\p{Lu}[\p{L}\p{N}.&’' -]{1,40}(?:\([^)]{1,20}\) )?(?:is|are) (?:a|an|the|one of|headquartered)\b/u;
const BUSINESS =
  /\b(?:provider|company|leader|manufacturer|supplier|group|firm|operator|developer|headquartered|listed on)\b/;

/** Two or more closing paragraphs of that kind: one alone may well end a story. */
function cutBoilerplate(root: Element, context: PassContext): void {
  const blocks = blocksOf(root);
  const last = blocks.findLastIndex(({ text }) => !(BUSINESS.test(text) && BOILERPLATE.test(text)));
  if (blocks.length - 1 - last < 2) return;
  for (const { element } of blocks.slice(last + 1)) remove(element, 'tail', 'the company about itself', context);
}

/** A heading, or a short line in bold. */
function isLabel(block: Block): boolean {
  if (block.weight > 60) return false;
  return block.heading || block.element.querySelector('strong, b')?.textContent?.trim() === block.text;
}

function isLeftOver(block: Block): boolean {
  if (block.element.closest('pre, table')) return false;
  if (block.heading) return block.weight < HEADING_LENGTH;
  if (
    block.weight <= SIGN_OFF_LENGTH &&
    SIGN_OFFS.startOf(block.text) !== undefined &&
    (block.weight < 200 || block.linkShare > 0.1)
  )
    return true;
  return block.linkShare >= 0.8 && !isProse(block);
}
