import { isOutlet, nameShape } from './east-asian-names.ts';
import { cutRuns, type Run } from './east-asian-runs.ts';
import { OTHER_LABELS, WRITER_LABELS } from './east-asian-words.ts';

const SIGN = /[:/|=]/;
/** What follows a name without a space and says what the person did. */
const DEED = /(?:摄影报道|综合报道|报道|报导|整理|编译|撰文)$/;
const PHOTOGRAPHER = /^(?:摄|摄影|供图|图|绘|制图|摄制)$|摄$|摄影$/;
/** A person who is spoken to or of: `记者：王老师，…`. */
const ADDRESS = /(?:先生|女士|老师|同志|教授|主任|书记|总)$/;
/** Labels that a name follows without a space: `本报记者王小明`. */
const GLUED = new Set(['记者', '通讯员', '评论员', '特派员', '实习生', '编译']);
/** Labels that no pen name follows. */
const NO_PEN_NAME = new Set(['记者', '通讯员', '实习生']);

/** The country of a foreign writer in front of the name: `作者：[英]约翰·史密斯`. */
const COUNTRY = /^ ?([:/|=]?) ?\([\u3400-\u9fff]{1,4}\) ?/;
const LONGEST_COUNTRY = 12;

interface LabelledNames {
  readonly names: readonly string[];
  /** A colon, slash or bar separates label and name. */
  readonly signed: boolean;
}

/** The names behind a writer's label that ends at an offset. Words of an office in front of the name are skipped. */
export function namesAfterLabel(
  line: string,
  plain: string,
  from: number,
  label: string,
  inBracket: boolean,
): LabelledNames {
  const hasDot = plain.charAt(from) === '·';
  const [bracket = '', sign = ''] = COUNTRY.exec(plain.slice(from, from + LONGEST_COUNTRY)) ?? [];
  const runs = cutRuns(line, plain, hasDot ? from + 1 : from + bracket.length);
  const gap = hasDot ? ':' : bracket === '' ? (runs[0]?.gap ?? '') : sign;
  const signed = SIGN.test(gap);
  if (gap === '' && !GLUED.has(label)) return { names: [], signed };
  if (gap === '' && inBracket && isDateline(plain, from)) {
    const name = runs[0]?.own.slice(0, 3) ?? '';
    if (runs[0] && runs[0].plain.length > 3)
      return { names: nameShape(runs[0].plain.slice(0, 3)) === 'person' ? [name] : [], signed };
  }
  const names: string[] = [];
  let hasPerson = false;
  for (const [index, run] of runs.entries()) {
    const { plain: word, own } = withoutLabel(run);
    const isLabel = run.isLabel || (runs[index + 1]?.gap.includes('/') ?? false);
    if (word === '' || (names.length === 0 && isOutlet(word) && !DEED.test(word))) continue;
    if (PHOTOGRAPHER.test(word) && !isLabel) return { names: [], signed };
    if (OTHER_LABELS.some((other) => word.startsWith(other))) break;
    const name = word.replace(DEED, '');
    const half = names.at(-1)?.length === 1 && name.length === 1 && names.pop();
    const shape = ADDRESS.test(name) ? 'none' : nameShape(name);
    // `作者：办公室 字体：`: the label of something else.
    if (run.hasColon && shape !== 'person') break;
    const isReporter = NO_PEN_NAME.has(label);
    const mayBePenName = (signed && !isReporter) || (inBracket && name.length <= 4 && gap !== '');
    const isFirst = names.length === 0 || run.gap.includes(',');
    if (half) names.push(`${half}${own}`);
    else if (
      name.length === 1 ||
      shape === 'person' ||
      (shape === 'pen-name' && mayBePenName && (isFirst || !hasPerson))
    )
      names.push(own.slice(0, name.length));
    else break;
    hasPerson ||= shape === 'person';
    if (run.closes || name !== word) break;
  }
  return { names: names.filter((name) => name.length > 1), signed };
}

/** A run without a writer's label in front of the name or behind the office: `通讯员李小雯` → 李小雯, `南都记者` → nothing. */
function withoutLabel({ plain, own }: Run): { plain: string; own: string } {
  const label = WRITER_LABELS.find((word) => word.length > 1 && plain.includes(word));
  if (label === undefined) return { plain, own };
  const end = plain.indexOf(label) + label.length;
  return { plain: plain.slice(end), own: own.slice(end) };
}

/** `（…记者陈小明台北5日电）`: the name, the place and the day without spaces. */
function isDateline(plain: string, from: number): boolean {
  const bracket = plain.slice(from, from + 30).split(')')[0] ?? '';
  return /\d日?[电讯道]|(?:[电讯道]|报导)$/.test(bracket);
}
