import { EAST_ASIAN_LETTERS, LETTERS } from '../../text/text-folding.ts';
import { isNotice } from './east-asian-notice.ts';

/** A longer line is running text; a cheaper test than the patterns. */
const LONGEST = 200;

/** More letters that are part of no field are a sentence: a site's name, a place and a section are fewer. */
const MOST_OTHERS = 12;

const H = EAST_ASIAN_LETTERS;
/** Where a field begins and ends. */
const START = '(?<=^|[\\s|/\\[\\](){}【】《》·•,、:：—–-])';
const END = '(?=$|[\\s|/\\[\\](){}【】《》·•,、—–-])';

const DATE =
  /\d{2,4}\s?[年년./-]\s?\d{1,2}\s?[月월./-]\s?\d{1,2}(?:\s?[日号號일]|\.(?!\d)|(?!\d))|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日号號일]/g;
const TIME =
  /(?:上午|凌晨|清晨|早上|早晨|中午|下午|傍晚|晚上|晚间|晚間|深夜|午前|午後|오전|오후)?\s?\d{1,2}\s?(?::|[时時点點시])\s?\d{1,2}(?::\d{2}|\s?[分분])?(?:\s?[ap]m\b)?/gi;
const WEEKDAY =
  /(?:星期|周|週)[一二三四五六日天]|\([日月火水木金土](?:曜日?)?\)|[日月火水木金土]曜日|\([월화수목금토일]\)|[월화수목금토일]요일/g;

/** How often a story was read, shared, answered; how long it takes to read. */
const COUNT = new RegExp(
  '(?:阅读|閱讀|浏览|瀏覽|点击|點擊|點閱|评论|評論|留言|跟贴|参与|人气|人氣|收藏|点赞|转发|分享|字数|字數|閲覧|コメント|조회|댓글|추천)' +
    '(?:量|数|數|次数|次數|수)?\\s?:?\\s?\\(?\\d[\\d,.]*\\s?[万萬만k千]?\\+?\\s?[次人条條个個件회개字]?\\)?' +
    '|(?:已有)?\\d[\\d,.]*\\s?[万萬]?[次人条條](?:参与)?(?:阅读|閱讀|浏览|瀏覽|点击|评论|評論|跟贴|参与)?|\\d+\\s?分[钟鐘](?:阅读|閱讀)?',
  'g',
);

const PEOPLE =
  '作者|记者|記者|通讯员|通訊員|编辑|編輯|编审|責編|责编|主编|主編|校对|校對|审核|審核|审校|监制|監製|撰文|撰稿|采写|供稿|供图|摄影|攝影|' +
  '整理|翻译|文|图|圖|執筆|著者|取材|写真|撮影|編集|기자명|기자|글|사진|편집';
const ORIGINS =
  '来源|來源|稿源|出处|出處|来自|机构|单位|栏目|分类|分類|频道|責任|时间|時間|日期|发布|發布|发表|發表|更新|公開日?|更新日|掲載日?|投稿日?|配信|입력|수정|등록|승인|작성|출처';
const LABEL = `(?:责任|責任|通讯|本文|信息|文章|新闻|最后|最後|最終)?(?:${PEOPLE}|${ORIGINS})\\s?[:/丨=]`;
/** `来源:海湾新闻网责任编辑:林海` has no space between its fields. */
const TIGHT = new RegExp(`(?<=[${H}\\d])${LABEL.replace('/丨=', '')}`, 'g');
const VALUE = `(?!\\d)[^\\s:|/()\\[\\]【】]{1,16}(?:\\s[${H}]{2,4}${END})*`;
const LABELLED = new RegExp(`${START}[${H}]{0,4}${LABEL}\\s?(?:${VALUE})?`, 'g');

/** `海湾日报记者 林海`, `記者林海/台北報導`, `김하늘 기자`; labels of dates without a colon. */
const NAMED = new RegExp(
  `${START}[${H}]{0,6}(?:记者|記者|通讯员|通訊員|作者|编辑|編輯|기자명)\\s?[${H}·]{2,4}(?:/[${H}]{2,6}|[、\\s][${H}]{2,4}${END})*${END}` +
    `|${START}[가-힣]{2,4}\\s?기자${END}|${START}(?:${ORIGINS})${END}`,
  'g',
);

/** Buttons by their names, where each is a word of its own. */
const TOOL = new RegExp(
  `${START}(?:字[号號体體级級]|文字サイズ|글자\\s?크기|大|中|小|가|A[+-]?|分享到?|微信|微博|QQ空间|QQ|朋友圈|打印|列印|收藏|关闭|` +
    `复制链接|複製連結|手机看新闻|扫一扫|我要举报|举报|檢舉|点赞|點讚|转发|纠错|关注|展开全文|返回顶部|Facebook|LINE|Twitter|X|ツイート|ポスト|シェア|印刷|保存|공유|스크랩|프린트|인쇄|북마크|댓글|评论|評論|閱讀時間|北京时间)(?:${END}|:)`,
  'gi',
);

/** A sign that only running text has; a list of names has `、`. */
const SENTENCE = /[。！？!?；;…“”「」]|，/;

const NO_LETTERS = new RegExp(`[^${LETTERS}\\d]`, 'g');

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A byline alone: `海湾日报记者 林海`, `김하늘 기자`. */
const SIGNED = new RegExp(
  `^[${H}]{0,8}(?:记者|記者|通讯员|通訊員|实习生|實習生)\\s[${H}·]{2,4}(?:[、\\s][${H}·]{2,4})*$|^[가-힣]{2,4}\\s?기자$`,
);

/** A longer line is more than buttons. */
const MOST_TOOLS = 40;

/** What no field took, but that has a label of its own: `地点：` is about the story's matter. */
const OTHER_LABEL = /[:：]/;

/** Why a line at the edge of a story is not part of it, as `Modules` has it. */
export function reasonOf(line: string): string | undefined {
  if (isNotice(line) || isBarOfTools(line)) return 'a notice';
  return isInfoLine(line) ? 'a date' : undefined;
}

/**
 * Whether a line states when, where and by whom a story was published, how often it was read and how to share it, and
 * nothing else: `2026年11月28日 星期六 上午09:45　来源：海湾新闻网　记者 林海`.
 */
function isInfoLine(line: string): boolean {
  if (line.length > LONGEST || SENTENCE.test(line)) return false;
  let rest = line
    .replace(MAIL, ' ')
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .trim();
  if (SIGNED.test(rest)) return true;
  let fields = 0;
  const take = (pattern: RegExp): number => {
    const before = fields;
    rest = rest.replace(pattern, () => {
      fields++;
      return ' ';
    });
    return fields - before;
  };
  const dates = take(DATE);
  rest = rest.replace(TIGHT, ' $&');
  rest = rest.replace(TIME, ' ').replace(WEEKDAY, ' ');
  take(COUNT);
  const labels = take(LABELLED) + take(NAMED);
  take(TOOL);
  if (fields < 2 || (dates === 0 && labels < 2) || OTHER_LABEL.test(rest)) return false;
  return rest.replace(NO_LETTERS, '').length <= MOST_OTHERS;
}

/** Buttons without anything beside them: `收藏`, `字号`, `打印 关闭`. */
function isBarOfTools(line: string): boolean {
  if (line.length < 2 || line.length > MOST_TOOLS) return false;
  const rest = line.replace(TOOL, '');
  return rest.length < line.length && rest.replace(NO_LETTERS, '') === '';
}
