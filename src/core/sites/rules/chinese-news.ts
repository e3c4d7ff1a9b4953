import type { SiteRule } from '../../model/site-rule.ts';
import { readNameTable } from '../read-name-table.ts';

/**
 * Publishers in Chinese that the general rules serve well. What no general rule can find out is the name that readers
 * know, where the page states an address or its company, and the time zone of its times.
 */
const IN_ONE_ZONE: Readonly<Record<string, string>> = {
  'Asia/Shanghai': `
    新华网 xinhuanet.com news.cn
    人民网 people.com.cn people.cn
    中国新闻网 chinanews.com chinanews.com.cn
    央视网 cctv.com cctv.cn
    央广网 cnr.cn
    光明网 gmw.cn
    中国日报网 chinadaily.com.cn
    环球网 huanqiu.com
    参考消息 cankaoxiaoxi.com
    观察者网 guancha.cn
    澎湃新闻 thepaper.cn
    上观新闻 jfdaily.com shobserver.com
    新京报 bjnews.com.cn
    南方周末 infzm.com
    南方都市报 oeeee.com
    财新网 caixin.com
    第一财经 yicai.com
    界面新闻 jiemian.com
    财联社 cls.cn
    华尔街见闻 wallstreetcn.com
    证券时报 stcn.com
    每日经济新闻 nbd.com.cn
    21世纪经济报道 21jingji.com
    经济观察网 eeo.com.cn
    东方财富网 eastmoney.com
    新浪网 sina.com.cn sina.cn
    新浪财经 finance.sina.com.cn
    网易 163.com
    腾讯新闻 news.qq.com new.qq.com
    腾讯网 qq.com
    搜狐 sohu.com
    凤凰网 ifeng.com
    百家号 baijiahao.baidu.com
    虎嗅 huxiu.com
    36氪 36kr.com
    钛媒体 tmtpost.com
    爱范儿 ifanr.com
    少数派 sspai.com
    极客公园 geekpark.net
    雷峰网 leiphone.com
    IT之家 ithome.com
    果壳 guokr.com
    豆瓣 douban.com
    简书 jianshu.com
    哔哩哔哩 bilibili.com
    FT中文网 ftchinese.com
  `,
  'Asia/Hong_Kong': `
    明報 mingpao.com
    香港01 hk01.com
    信報 hkej.com
    經濟日報 hket.com
    東網 on.cc
    星島頭條 stheadline.com
    大公網 takungpao.com
    文匯網 wenweipo.com
    獨立媒體 inmediahk.net
    立場新聞 thestandnews.com
    蘋果日報 appledaily.com
    端傳媒 theinitium.com
  `,
  'Asia/Taipei': `
    中央社 cna.com.tw
    聯合新聞網 udn.com
    中時新聞網 chinatimes.com
    蘋果新聞網 tw.appledaily.com
    ETtoday新聞雲 ettoday.net
    三立新聞網 setn.com
    TVBS新聞網 tvbs.com.tw
    風傳媒 storm.mg
    上報 upmedia.mg
    報導者 twreporter.org
    天下雜誌 cw.com.tw
    商業周刊 businessweekly.com.tw
    關鍵評論網 thenewslens.com
  `,
  'Asia/Kuala_Lumpur': `
    星洲日报 sinchew.com.my
    中国报 chinapress.com.my
  `,
};

/** Publishers for readers of many zones: their times count only with the offset that the page states. */
const IN_MANY_ZONES = `
  BBC News 中文 bbc.com/zhongwen bbc.co.uk/zhongwen
  纽约时报中文网 cn.nytimes.com
  德国之声 dw.com/zh dw.com/zh-hans dw.com/zh-hant
  法国国际广播电台 rfi.fr/cn
  法國國際廣播電台 rfi.fr/tw
  美国之音 voachinese.com
  自由亚洲电台 rfa.org/mandarin
  自由亞洲電台粵語部 rfa.org/cantonese
`;

export const CHINESE_NEWS: readonly SiteRule[] = [
  ...Object.entries(IN_ONE_ZONE).flatMap(([zone, table]) => readNameTable(table, zone)),
  ...readNameTable(IN_MANY_ZONES),
];
