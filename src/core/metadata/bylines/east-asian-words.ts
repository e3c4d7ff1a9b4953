/**
 * Traditional characters and full-width signs with their simplified and ASCII forms, so that each word below is listed once.
 * Brackets become round ones. Source: bylines of mainland, Taiwanese, Hong Kong, Singaporean, Japanese and Korean news.
 */
const PAIRS =
  '記记 報报 寫写 筆笔 執执 訊讯 實实 習习 圖图 評评 論论 員员 編编 輯辑 責责 攝摄 網网 臺台 電电 聞闻 導导 雜杂 誌志 財财 經经 綜综 專专 ' +
  '欄栏 處处 來来 譯译 時时 間间 佈布 覽览 閱阅 張张 劉刘 陳陈 楊杨 黃黄 趙赵 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 許许 韓韩 鄧邓 馮冯 葉叶 蘇苏 ' +
  '呂吕 盧卢 鍾钟 賈贾 龍龙 賀贺 顧顾 龔龚 萬万 錢钱 嚴严 湯汤 賴赖 莊庄 紀纪 藍蓝 蕭萧 魯鲁 單单 閻阎 駱骆 歐欧 陽阳 溫温 麥麦 駐驻 訪访 ' +
  '發发 開开 關关 點点 擊击 瀏浏 該该 聯联 業业 學学 會会 廳厅 團团 樓楼 審审 稱称 類类 標标 題题 體体 視视 頻频 際际 ' +
  '（( ）) 【( 】) 〔( 〕) [( ]) 「( 」) 『( 』) 〖( 〗) ：: ﹕: ∶: ／/ ∕/ ⁄/ ｜| 丨| │| ┃| ︱| ▏| ▎| ∣| ¦| ＝= ，, 、, ﹑, ；; ・· •· ‧· ．·';
let plainForms: ReadonlyMap<string, string> | undefined;

/** A line in the form that the words of this file have. Every character keeps its offset. */
export function plainForm(line: string): string {
  plainForms ??= new Map(PAIRS.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
  const forms = plainForms;
  return line.replace(/[^ -Z]/g, (character) => forms.get(character) ?? (/\s/.test(character) ? ' ' : character));
}

/** Labels in front of the names of those who wrote a story. A longer label precedes its own beginning. */
export const WRITER_LABELS: readonly string[] = (
  '采写 撰文 撰稿人 撰稿 执笔 作者 笔者 著者 主笔 记者 通讯员 实习生 评论员 观察员 特派员 供稿人 供稿 特约撰稿 楼主 博主 ' +
  '文字 文/图 图/文 文,图 图,文 文图 图文 编译 整理 文 By by'
).split(' ');

/** Labels in front of the names of others who took part, and in front of anything else. */
export const OTHER_LABELS: readonly string[] = (
  '责 编 校对 摄影 供图 图 审核 审稿 复审 终审 主编 监制 来源 出处 翻译 制图 设计 视觉 值班 写真 栏目 发布 时间 日期 点击 浏览 阅读 人气 字号 分享 赞赏 ' +
  '关注 收藏 报导 报道 分类 标签 评论 单位 简介 原标题 初审 二审 三审 签发 排版 剪辑 策划 统筹 视频 微信 电话 邮箱'
).split(' ');

/** Endings of the names of newspapers, agencies and offices. No person's name ends in one. */
export const OUTLET_ENDINGS: readonly string[] = (
  '网 报 社 台 刊 讯 电 新闻 杂志 客户端 频道 中心 部 局 办 院 科技 财经 传媒 媒体 在线 公司 集团 综合 整理 报道 报导 特约 实习 专栏 职工 ' +
  '网络 软件 系统 平台 建站 管理 视频 融媒 委员会 政府 编辑部 公众号 微信 微博 出版社 大学 学校 中学 小学 医院 协会 学会 联盟 周刊 日报 晚报 晨报 时报 之声 本站 本刊 本网 全媒体 融媒体 首席 见习'
).split(' ');

/** Endings of the names of bodies that are longer than a person's name. */
export const BODY_ENDINGS: readonly string[] = '厅 委 会 处 科 室 组 队 校 署 馆 站 所 县 市 省 区 镇 乡 村 版'.split(
  ' ',
);

/** Whole words that are not names: places that platforms show beside the date, roles, and commands. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 ' +
    '甘肃 青海 宁夏 新疆 香港 澳门 台湾 中国 中国台湾 中国香港 中国澳门 美国 英国 日本 韩国 新加坡 加拿大 澳大利亚 马来西亚 德国 法国 俄罗斯 ' +
    '佚名 未知 匿名 网友 网络 互联网 转载 原创 小编 管理员 编辑 记者 作者 文章 时间 日期 来源 出处 综合 整理 正文 全文 首页 博客 目录 ' +
    '楼主 沙发 游客 会员 高级会员 万次 方法 方案 程序 金融 石油 安全 项目 水利 包括 黄金 查看 关于 高清 温馨 ' +
    '张贴 成功 常见 向上 于是 周边 周刊 马上 雷达 江湖 车型 白天 计算 万元 平台 中心 本站 本报 本刊 本网 佚名'
  ).split(' '),
);

/** How the texts of links, counters and buttons begin. */
export const COMMAND_STARTS: readonly string[] = (
  '查看 更多 全部 点击 阅读 浏览 访问 关注 返回 登录 登陆 注册 收藏 分享 评论 打印 字号 发表 发布 回复 举报 投稿 我要 该 本文 本站 上一 下一 相关 ' +
  '热门 推荐 最新 扫一扫 扫码 下载 展开 收起 显示 复制 链接 标签 分类 其他 其它 所有 加载 已有 共有 责任 转发 点赞 赞 踩'
).split(' ');

/** Surnames that are common enough to tell a name by. Source: Chinese name census of 2020, Hundred Family Surnames. */
export const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧蕭田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付' +
    '方邹熊白孟秦邱侯江尹薛段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤赖庄纪蓝詹卓欧温康施牛樊葛邢安齐易乔伍庞颜倪聂章鲁岳翟申耿关兰焦俞左柳甘祝' +
    '包宁阮舒柯梅童凌毕单裴霍涂成苗谷盛冉翁骆路游辛靳管柴鲍瞿喻尤牟饶宗景屈娄尚戚窦巩古麦连简涂丘车房米宫池沙晏仲桂迟项穆佟冷季封费卞奚褚蒲强闫阎' +
    '隋商荣解丛滕茅闵岑邬巫楚初艾郁胥桑华殷傅伊时查匡鹿区於亓逯',
);

/** Surnames of two characters. */
export const LONG_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 司徒 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 东方 端木 百里 呼延 南宫 轩辕 拓跋 独孤 淳于 司空'.split(
    ' ',
  ),
);

/** Korean titles behind a reporter's name. */
export const KOREAN_TITLES: readonly string[] = '선임기자 인턴기자 기자 특파원 논설위원'.split(' ');
