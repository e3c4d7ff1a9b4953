/** Chinese words that open calls and labels, and as well sentences of the news: 值班民警发现…, 返回北京后…, 微信用户…. */
const ORDINARY =
  /^(?:来源|版权|值班|监制|校对|摄影|撰文|采写|责任编辑|责编|供图|发布时间|更新时间|关键词|扫码|扫描|长按|关注|微信|下载|安装|广告|举报|返回|点赞|訂閱|追蹤|広告|シェア|フォロー|ログイン|残り|この記事は|구독|좋아요|공유|댓글)$/;

/** A sentence that goes on from its first word without a sign between, and ends as one; in Korean in the plain style of news. */
const GOES_ON = /^(?:[\u3040-\u30ff\u3400-\u9fff].*[。！？]|\s?[가-힣].*[^니]다\.)[”’」』]?$/u;

/** What a call names beside its first word: what to press, whom to follow, what is had for it. */
const CALLED_FOR =
  /二维码|二維碼|公众|公眾|公号|微信|小程序|客户端|app|我们|我們|本报|本網|本网|本站|本刊|请|請|欢迎|歡迎|点击|點擊|链接|連結|订阅|訂閱|更多|获取|查看|加入|关注|分享|下载|注明|授权|转载|所有(?![\u3400-\u9fff])|侵删|删除|联系|邮箱|登录|注册|资讯|详情|官网|网络|網路|有料|会員|登録|ください|こちら|お願|アプリ|購読|클릭|하기|앱|您|你/i;

/** Words that open credits, and as well any word that begins with them: 文中人物…, 图书馆…, 时间会证明…. */
const OPENS = /^(?:文|图|时间|栏目|分类|编辑|作者|記者|編輯|更新|取材|撮影)$/;
/** So many characters without a sign between are more than a name, an office and what was done. */
const LEAST_TOLD = 5;
const DEED = /(?:报道|報道|報導|摄|攝|摄影|攝影|文|图|圖|整理|撰文|编辑|編輯|供图|供圖|综合|綜合)$/;

/** The question of an interview: more than names behind the label, which `；` or a second label would set apart. */
const ASKED = /^(?:[^:：]*[？?]|[^:：]*，[^:：]*[。！]|[^:：]{25,}[。！])[”’」』]?$/;

/** Whether a text that begins with a word of calls or labels tells something all the same. @param start that word. */
export function isTold(text: string, start: string): boolean {
  const rest = text.slice(text.toLowerCase().indexOf(start) + start.length);
  if (/^记者[:：]?$/.test(start)) return ASKED.test(rest.replace(/^[:：]/, ''));
  if (OPENS.test(start)) return opensSentence(rest);
  if (!ORDINARY.test(start)) return false;
  return GOES_ON.test(rest) && !CALLED_FOR.test(rest);
}

/** Whether a word of credits goes on as running text does: no name, no sign and no number behind it. */
function opensSentence(rest: string): boolean {
  const run = /^[\u3040-\u30ff\u3400-\u9fff]*/.exec(rest)?.[0] ?? '';
  if (run.length < LEAST_TOLD || /\d/.test(rest)) return false;
  return !DEED.test(run) && !CALLED_FOR.test(rest);
}
