import type { EastAsianByline } from '../../model/east-asian-byline.ts';
import { isOutlet, nameShape } from './east-asian-names.ts';

/** What the person did, behind the name: `（王小明 整理）`, `王小明／文`, `政治中心／陳小明報導`. */
const NAMES_THEN_DEED =
  /^((?:[\u3005-\u9fff·]{2,4}[ ,]){0,3}[\u3005-\u9fff·]{2,4}?) ?[/|]? ?(?:文|图文|文图|报道|报导|综合报道|综合报导|整理|综合整理|编译|撰文|执笔|撰稿|采写)$/;
/** The desk or the outlet in front of the name, which a deed follows. */
const DESK_THEN_NAME = /^([\u3005-\u9fff]{2,8}) ?[/|] ?([\u3005-\u9fff]{2,3}?) ?(?:[\u3005-\u9fff]{2})?(?:报道|报导)$/;
/** `王小明 发表于 2024-03-05`, `（王小明 作者为…教授）`. */
const NAME_THEN_WHEN = /^([\u3005-\u9fff·]{2,4}) ?(?:[发發撰写寫][表布]?[于於在] ?\d| 作者[系为是])/;
const NAME_THEN_OUTLET = /^([\u3005-\u9fff·]{2,4}) ?[/|] ?([\u3005-\u9fff·]{3,12})(?: \d[\d年月日:. /-]*)?$/;
/** Newspapers set a box or dot in front of the writer's name below a headline. */
const BOXED = /^[■□◎●▲★◆◇○▪] ?((?:[\u3005-\u9fff·]{2,4}[ ,]){0,3}[\u3005-\u9fff·]{2,4})$/;
const LONGEST = 40;

/** The writers of a bracket at either end of a line, or of a short line, that names them before it says what they did. */
export function readNamesFirst(line: string, plain: string): EastAsianByline | undefined {
  for (const [from, to] of stretches(plain)) {
    const text = plain.slice(from, to);
    const start = from + text.length - text.trimStart().length;
    const deed = NAMES_THEN_DEED.exec(text.trim());
    const desk = deed ? undefined : DESK_THEN_NAME.exec(text.trim());
    const outlet = deed || desk ? undefined : NAME_THEN_OUTLET.exec(text.trim());
    const all =
      deed?.[1] ??
      BOXED.exec(text.trim())?.[1] ??
      NAME_THEN_WHEN.exec(text.trim())?.[1] ??
      (desk && isOutlet(desk[1] ?? '') ? desk[2] : undefined);
    if (all !== undefined) {
      const at = plain.indexOf(all, start);
      const names = namesOf(line.slice(at, at + all.length), all);
      if (names.length > 0) return { names, sureness: 2 };
    }
    if (outlet?.[1] && isOutlet(outlet[2] ?? '') && nameShape(outlet[1]) === 'person')
      return { names: [line.slice(start, start + outlet[1].length)], sureness: 1 };
  }
  return undefined;
}

/** The brackets at both ends of a line, and the line itself where it is short. */
function stretches(plain: string): [number, number][] {
  const found: [number, number][] = [];
  const close = plain.startsWith('(') ? plain.indexOf(')') : -1;
  if (close > 0 && close <= LONGEST) found.push([1, close]);
  const open = plain.endsWith(')') ? plain.lastIndexOf('(') : -1;
  if (open > 0 && plain.length - open <= LONGEST) found.push([open + 1, plain.length - 1]);
  if (plain.length <= LONGEST) found.push([0, plain.length]);
  return found;
}

/** All of them, or none where one is not a person's. */
function namesOf(own: string, plain: string): string[] {
  const names = own.split(/[\s,，、]+/);
  return plain.split(/[ ,]+/).every((name) => nameShape(name) === 'person') ? names : [];
}
