/** Words in front of, or in the class or role of, the date of a change. */
const MODIFIED =
  /updated?\b|updated|modifi|edited|revised|reviewed|aktualisiert|geändert|bearbeitet|stand:|mis à jour|actualiza|aggiornat|atualizad|обновлен|zaktualizowan|bijgewerkt|更新|修改|修订|수정/g;
/** Words in front of the date of publication. */
const PUBLISHED =
  /publish|publi[éc]|posted|released?\b|issued|veröffentlicht|erschienen|erstellt|pubblicat|опубликован|opublikowan|gepubliceerd|geplaatst|publicerad|udgivet|发布|發布|发表|發表|刊登|首发|公開|掲載|등록|입력/g;

/** What a label says that its date is of. */
export type DateRole = 'published' | 'modified' | 'unknown';

/** Returns the role of the date behind a label. Of two words the one nearer to the date counts. */
export function roleOfLabel(label: string): DateRole {
  if (label === '') return 'unknown';
  const lower = label.toLowerCase();
  const [modified, published] = [lastMatch(lower, MODIFIED), lastMatch(lower, PUBLISHED)];
  if (modified < 0 && published < 0) return 'unknown';
  return published > modified ? 'published' : 'modified';
}

/** Where the last match of a pattern begins; -1 where there is none. */
function lastMatch(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}
