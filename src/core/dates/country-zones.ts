/**
 * The zone of each country that keeps one, by its top-level domain. Countries with several zones (us, ca, au, ru, br …) are left
 * out, and so are domains that the whole world rents (io, co, tv, me, ai …). Source: IANA time zone database, zone1970.tab.
 */
const CITIES: Readonly<Record<string, string>> = {
  Asia:
    'cn Shanghai hk Hong_Kong mo Macau tw Taipei sg Singapore my Kuala_Lumpur jp Tokyo kr Seoul th Bangkok vn Ho_Chi_Minh ' +
    'kh Phnom_Penh mm Yangon ph Manila bn Brunei in Kolkata pk Karachi bd Dhaka lk Colombo np Kathmandu ir Tehran iq Baghdad ' +
    'il Jerusalem ae Dubai sa Riyadh qa Qatar kw Kuwait jo Amman ge Tbilisi uz Tashkent',
  Europe:
    'tr Istanbul uk London ie Dublin de Berlin at Vienna ch Zurich fr Paris it Rome nl Amsterdam be Brussels lu Luxembourg ' +
    'dk Copenhagen se Stockholm no Oslo fi Helsinki ee Tallinn lv Riga lt Vilnius pl Warsaw cz Prague sk Bratislava hu Budapest ' +
    'si Ljubljana hr Zagreb rs Belgrade bg Sofia ro Bucharest gr Athens ua Kyiv',
  Africa:
    'eg Cairo ng Lagos gh Accra ke Nairobi tz Dar_es_Salaam ug Kampala et Addis_Ababa za Johannesburg ma Casablanca tn Tunis dz Algiers',
  America:
    'uy Montevideo py Asuncion bo La_Paz pe Lima ve Caracas cr Costa_Rica pa Panama gt Guatemala hn Tegucigalpa sv El_Salvador ' +
    'do Santo_Domingo cu Havana jm Jamaica',
};

/** Languages of one country, whose code differs from the language's: both codes. */
const COUNTRIES =
  'zh-cn ja-jp ko-kr vi-vn hi-in he-il fa-ir bn-bd ur-pk ne-np km-kh my-mm ' +
  'el-gr uk-ua da-dk sv-se nb-no nn-no cs-cz sl-si sr-rs et-ee ka-ge';

/** Languages of many countries, or whose code is another country's. */
const MANY_COUNTRIES: ReadonlySet<string> = new Set('ar br ca en es fr ga ms pt ru sa'.split(' '));

/** The IANA zone of the country that a language tag names, or that the language is mostly of, where it keeps one zone. */
export function zoneOfLanguage(tag: string): string | undefined {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const region = rest.find((part) => part.length === 2);
  if (region !== undefined) return zoneOfHost(`.${region}`);
  const country = COUNTRIES.split(' ').find((pair) => pair.startsWith(`${language}-`));
  return MANY_COUNTRIES.has(language) ? undefined : zoneOfHost(`.${country?.slice(-2) ?? language}`);
}

/** The IANA zone of a host's country where that country keeps one zone. */
export function zoneOfHost(host: string): string | undefined {
  const domain = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
  for (const [continent, cities] of Object.entries(CITIES)) {
    const words = cities.split(' ');
    const at = words.indexOf(domain);
    if (at !== -1) return `${continent}/${words[at + 1]}`;
  }
  return undefined;
}
