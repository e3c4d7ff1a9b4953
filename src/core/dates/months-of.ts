import { englishMonths, type MonthNames } from './month-names.ts';

/**
 * Months in the languages of news, without English and those of East Asia: January first, `|` between the months. Nominative,
 * the case that dates take, and spellings without marks. Source: CLDR 45.
 */
const NAMES: Readonly<Record<string, string>> = {
  de: 'januar jänner | februar feber | märz maerz mrz | april | mai | juni | juli | august | september | oktober | november | dezember',
  fr: 'janvier | février fevrier | mars | avril | mai | juin | juillet | août aout | septembre | octobre | novembre | décembre decembre',
  es: 'enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre setiembre | octubre | noviembre | diciembre',
  ca: 'gener | febrer | març | abril | maig | juny | juliol | agost | setembre | octubre | novembre | desembre',
  pt: 'janeiro | fevereiro | março marco | abril | maio | junho | julho | agosto | setembro | outubro | novembro | dezembro',
  it: 'gennaio | febbraio | marzo | aprile | maggio | giugno | luglio | agosto | settembre | ottobre | novembre | dicembre',
  ro: 'ianuarie | februarie | martie | aprilie | mai | iunie | iulie | august | septembrie | octombrie | noiembrie | decembrie',
  nl: 'januari | februari | maart mrt | april | mei | juni | juli | augustus | september | oktober | november | december',
  sv: 'januari | februari | mars | april | maj | juni | juli | augusti | september | oktober | november | december',
  da: 'januar | februar | marts | april | maj | juni | juli | august | september | oktober | november | december',
  nb: 'januar | februar | mars | april | mai | juni | juli | august | september | oktober | november | desember',
  is: 'janúar | febrúar | mars | apríl | maí | júní | júlí | ágúst | september | október | nóvember | desember',
  fi:
    'tammikuu tammikuuta tammi | helmikuu helmikuuta helmi | maaliskuu maaliskuuta maalis | huhtikuu huhtikuuta huhti | toukokuu toukokuuta touko | ' +
    'kesäkuu kesäkuuta kesä | heinäkuu heinäkuuta heinä | elokuu elokuuta elo | syyskuu syyskuuta syys | lokakuu lokakuuta loka | ' +
    'marraskuu marraskuuta marras | joulukuu joulukuuta joulu',
  et: 'jaanuar | veebruar | märts | aprill | mai | juuni | juuli | august | september | oktoober | november | detsember',
  lv: 'janvāris janvārī | februāris februārī | marts martā | aprīlis aprīlī | maijs maijā | jūnijs jūnijā | jūlijs jūlijā | augusts augustā | septembris septembrī | oktobris oktobrī | novembris novembrī | decembris decembrī',
  lt: 'sausio | vasario | kovo | balandžio | gegužės | birželio | liepos | rugpjūčio | rugsėjo | spalio | lapkričio | gruodžio',
  hu: 'január | február | március | április | május | június | július | augusztus | szeptember | október | november | december',
  cs: 'leden ledna | únor února | březen března | duben dubna | květen května | červen června | červenec července | srpen srpna | září | říjen října | listopad listopadu | prosinec prosince',
  sk: 'január januára | február februára | marec marca | apríl apríla | máj mája | jún júna | júl júla | august augusta | september septembra | október októbra | november novembra | december decembra',
  sl: 'januar januarja | februar februarja | marec marca | april aprila | maj maja | junij junija | julij julija | avgust avgusta | september septembra | oktober oktobra | november novembra | december decembra',
  hr: 'siječnja sijecnja | veljače veljace | ožujka ozujka | travnja | svibnja | lipnja | srpnja | kolovoza | rujna | listopada | studenoga studenog | prosinca',
  sr:
    'januar јануар | februar фебруар | mart март | april април | maj мај | jun јун | jul јул | avgust август | septembar септембар | ' +
    'oktobar октобар | novembar новембар | decembar децембар',
  pl: 'stycznia styczeń | lutego luty | marca marzec | kwietnia kwiecień | maja maj | czerwca czerwiec | lipca lipiec | sierpnia sierpień | września wrzesnia wrzesień | października pazdziernika październik | listopada listopad | grudnia grudzień',
  ru: 'января январь | февраля февраль | марта март | апреля апрель | мая май | июня июнь | июля июль | августа август | сентября сентябрь | октября октябрь | ноября ноябрь | декабря декабрь',
  uk: 'січня січень | лютого лютий | березня березень | квітня квітень | травня травень | червня червень | липня липень | серпня серпень | вересня вересень | жовтня жовтень | листопада листопад | грудня грудень',
  bg: 'януари | февруари | март | април | май | юни | юли | август | септември | октомври | ноември | декември',
  el:
    'ιανουαρίου ιανουάριος | φεβρουαρίου φεβρουάριος | μαρτίου μάρτιος | απριλίου απρίλιος | μαΐου μαίου μάιος μαϊ | ιουνίου ιούνιος | ' +
    'ιουλίου ιούλιος | αυγούστου αύγουστος | σεπτεμβρίου σεπτέμβριος | οκτωβρίου οκτώβριος | νοεμβρίου νοέμβριος | δεκεμβρίου δεκέμβριος',
  tr: 'ocak | şubat subat | mart | nisan | mayıs mayis | haziran | temmuz | ağustos agustos | eylül eylul | ekim | kasım kasim | aralık aralik',
  id: 'januari | februari | maret | april | mei | juni | juli | agustus | september | oktober | november | desember',
  ms: 'januari | februari | mac | april | mei | jun | julai | ogos | september | oktober | november | disember',
  // Egyptian, Levantine, Maghrebi.
  ar:
    'يناير جانفي | فبراير شباط فيفري | مارس آذار | أبريل ابريل إبريل نيسان أفريل | مايو أيار ماي | يونيو يونيه حزيران جوان | ' +
    'يوليو يوليه تموز جويلية | أغسطس اغسطس آب أوت | سبتمبر أيلول | أكتوبر اكتوبر | نوفمبر | ديسمبر',
  ur: 'جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر',
  he: 'ינואר בינואר | פברואר בפברואר | מרץ במרץ | אפריל באפריל | מאי במאי | יוני ביוני | יולי ביולי | אוגוסט באוגוסט | ספטמבר בספטמבר | אוקטובר באוקטובר | נובמבר בנובמבר | דצמבר בדצמבר',
  hi: 'जनवरी | फ़रवरी फरवरी | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर सितम्बर | अक्टूबर अक्तूबर | नवंबर नवम्बर | दिसंबर दिसम्बर',
  bn: 'জানুয়ারি জানুয়ারী | ফেব্রুয়ারি ফেব্রুয়ারী | মার্চ | এপ্রিল | মে | জুন | জুলাই | আগস্ট | সেপ্টেম্বর | অক্টোবর | নভেম্বর | ডিসেম্বর',
  th: 'มกราคม | กุมภาพันธ์ | มีนาคม | เมษายน | พฤษภาคม | มิถุนายน | กรกฎาคม | สิงหาคม | กันยายน | ตุลาคม | พฤศจิกายน | ธันวาคม',
};
/** Abbreviations are the first letters, three to five of them (`févr`, `juil`, `sept`). */
const LENGTHS = [3, 4, 5];

/**
 * The months of all languages and English. Of a name that two languages have for different months (`listopada`, October in
 * Croatian and November in Polish) the page's own language decides; an abbreviation of two months is dropped.
 *
 * @param language of the page, as it declares it: `hr-HR`.
 */
export function monthsOf(language: string): MonthNames {
  const months = new Map<string, number>();
  const short = new Map<string, number>();
  const own = NAMES[language.slice(0, 2).toLowerCase()];
  for (const names of [...Object.values(NAMES), own ?? '']) {
    names.split('|').forEach((list, index) => {
      for (const name of list.trim().normalize('NFKC').split(' ')) {
        months.set(name, index + 1);
        for (const length of LENGTHS) {
          const start = name.slice(0, length);
          short.set(start, (short.get(start) ?? index) === index ? index : -1);
        }
      }
    });
  }
  for (const [start, index] of short) if (index >= 0 && !months.has(start)) months.set(start, index + 1);
  return new Map([...months, ...englishMonths()]);
}
