/** A longer line is running text. */
const LONGEST = 160;
/** A line of so few characters that speaks of rights is a notice, whosever they are. */
const BARE_NOTICE = 32;

const SENTENCE_END = /[。！？][”’」』]?$/;

/** Nobody may copy this: `未经授权不得转载`, `非經授權，不得轉載`, `無断転載を禁じます`, `무단 전재 및 재배포 금지`. */
const RIGHTS =
  /(?:未[经經]|非[经經])[^。]{0,14}(?:授权|授權|许可|許可|同意)[^。]{0,10}(?:不得|禁止|严禁|嚴禁|谢绝|謝絕|请勿|請勿)|(?:禁止|严禁|嚴禁|谢绝|謝絕|请勿|請勿|不得)(?:任意|擅自|随意|隨意)?(?:转载|轉載|复制|複製)|無断(?:転載|複製|使用)[^。]{0,14}(?:禁|断り)|무단\s?(?:전재|복제|배포)/;
/** Whose notice it is: a lawyer's advice on copying names nothing of the page. */
const OWN = /本[网網站报報刊文社台]|本作品|本公司|本平台|著作[权權]|版[权權]|[ⓒ©]/;

/** The publisher's own program, named beside what to do with it. */
const PROGRAM = /\bapp\b|app(?![a-z])|客户端|客戶端|アプリ|앱/i;
const GET = /下载|下載|安装|安裝|打开|打開|看新闻|看新聞|ダウンロード|インストール|다운로드|설치/;

/** Where to write or to ring: `海湾新闻报料：021-5550`. */
const HOTLINE =
  /^[^，。]{0,14}(?:报料|報料|爆料|投稿|新闻热线|新聞熱線|商务合作|广告合作|版权合作|转载合作|联系我们|제보)[^，。]{0,12}(?:\d{3}|@)/;

/** `▶ 海灣日報 네이버 채널 구독하기` */
const KOREAN_CALL = /^[▶▷☞■●◆※☎].{0,40}(?:구독|바로\s?가기|제보|다운로드|보기|팔로우|추가)(?:하기|하세요)?$/;

/** A counter of a button that is drawn as a sign. */
const COUNTER = /^\+\d{1,4}$/;

/**
 * Whether a line at the edge of an East Asian story is the publisher's: a notice of rights, a call to install its
 * program, where to send news.
 */
export function isNotice(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (COUNTER.test(line) || KOREAN_CALL.test(line)) return true;
  if (RIGHTS.test(line)) return OWN.test(line) || (line.length <= BARE_NOTICE && !SENTENCE_END.test(line));
  return !SENTENCE_END.test(line) && ((PROGRAM.test(line) && GET.test(line)) || HOTLINE.test(line));
}
