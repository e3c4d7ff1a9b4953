/**
 * Traditional characters and full-width signs with their plain forms, so that the words below are needed once. Brackets become
 * round ones. Source: bylines of mainland, Taiwanese, Hong Kong, Singaporean, Japanese and Korean news.
 */
const PAIRS =
  '記记 報报 寫写 筆笔 執执 訊讯 實实 習习 圖图 評评 論论 員员 編编 輯辑 責责 攝摄 網网 臺台 電电 聞闻 導导 雜杂 誌志 財财 經经 綜综 專专 ' +
  '欄栏 處处 來来 譯译 時时 間间 佈布 覽览 閱阅 張张 劉刘 陳陈 楊杨 黃黄 趙赵 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 許许 韓韩 鄧邓 馮冯 葉叶 蘇苏 ' +
  '呂吕 盧卢 鍾钟 賈贾 龍龙 賀贺 顧顾 龔龚 萬万 錢钱 嚴严 湯汤 賴赖 莊庄 紀纪 藍蓝 （( ）) 【( 】) 〔( 〕) [( ]) 「( 」) ：: ／/ ｜| ＝= ，, 、,';
let plainForms: ReadonlyMap<string, string> | undefined;

/** A line as the words of this file are compared with; every character keeps its place. */
export function plainForm(line: string): string {
  plainForms ??= new Map(PAIRS.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
  const forms = plainForms;
  return line.replace(/[^ -Z]/g, (character) => forms.get(character) ?? (/\s/.test(character) ? ' ' : character));
}

/** Words that stand before the names of those who wrote a story. */
export const WRITER_LABELS: readonly string[] =
  '采写 採写 撰文 撰稿 执笔 作者 笔者 著者 记者 通讯员 实习生 评论员 特派员 文字 文/图 图/文 图文 文'.split(' ');

/** Words before the names of others who had a hand in it, and before other things. */
export const OTHER_LABELS: readonly string[] =
  '责 编 校对 摄影 供图 图 审核 主编 监制 来源 出处 翻译 制图 设计 视觉 值班 写真 栏目 发布 时间 日期 点击 浏览 阅读 人气 字号 分享 赞赏 关注 收藏 报导 报道 報道'.split(
    ' ',
  );

/** Endings of the names of newspapers, agencies and offices: what ends so is no person. */
export const OUTLET_ENDINGS: readonly string[] =
  '网 报 社 台 刊 讯 电 新闻 杂志 客户端 频道 中心 部 局 办 院 科技 财经 传媒 媒体 在线 公司 集团 综合 整理 报道 报导 特约 实习 专栏 职工'.split(
    ' ',
  );

/** The surnames that most Chinese bear. Source: 2020 census of names. */
export const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧蕭田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤赖庄纪蓝詹卓欧',
);

/** Korean words that follow a reporter's name. */
export const KOREAN_TITLES: readonly string[] = '선임기자 인턴기자 기자 특파원 논설위원'.split(' ');
