/**
 * Month names as news pages write them, January first: nominative, and genitive where dates use it, in English, German, French,
 * Spanish, Portuguese, Italian, Dutch, Scandinavian, Romanian, Polish, Turkish, Indonesian and Russian. Source: CLDR 45.
 */
const NAMES = [
  'january ianuarie januar jänner janvier enero janeiro gennaio januari stycznia ocak января январь',
  'february februarie februar feber février fevrier febrero fevereiro febbraio februari lutego şubat февраля февраль',
  'march martie märz maerz mars marzo março marco maart marts marca mart maret марта март',
  'april aprilie avril abril aprile kwietnia nisan апреля апрель',
  'may mai mayo maio maggio mei maj maja mayıs мая май',
  'june iunie juni juin junio junho giugno czerwca haziran июня июнь',
  'july iulie juli juillet julio julho luglio lipca temmuz июля июль',
  'august août aout agosto augustus augusti sierpnia ağustos agustus августа август',
  'september septembrie septembre septiembre setiembre setembro settembre września wrzesnia eylül сентября сентябрь',
  'october octombrie oktober octobre octubre outubro ottobre października ekim октября октябрь',
  'november noiembrie novembre noviembre novembro listopada kasım ноября ноябрь',
  'december decembrie dezember décembre decembre diciembre dezembro dicembre desember grudnia aralık декабря декабрь',
];
/** Abbreviations are the first three to five letters (`Jan`, `Sept`, `févr`, `juil`); these are not. */
const OTHER = new Map([
  ['mrt', 3],
  ['mrz', 3],
  ['jun', 6],
  ['jul', 7],
]);
const LETTERS = [3, 4, 5];

let months: ReadonlyMap<string, number> | undefined;

function readMonths(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  NAMES.forEach((names, index) => {
    for (const name of names.split(' ')) {
      found.set(name, index + 1);
      for (const length of LETTERS) found.set(name.slice(0, length), index + 1);
    }
  });
  for (const [name, month] of OTHER) found.set(name, month);
  return found;
}

/** The month (1–12) that a lower-case word names or abbreviates in any of the languages, or `undefined`. */
export function monthOf(word: string): number | undefined {
  // Most pages state their dates in digits, and never need the table.
  months ??= readMonths();
  return months.get(word);
}
