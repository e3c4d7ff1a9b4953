import { asUtc, type CivilDay, type ClockTime } from './civil-date.ts';

/**
 * Zone names and abbreviations in news, minutes east of UTC. Abbreviations with two common meanings are left out (AMT, ADT …);
 * CST and IST are settled by the site's own zone.
 */
const OFFSETS: ReadonlyMap<string, number> = new Map(
  (
    'z 0 utc 0 gmt 0 wet 0 bst 60 cet 60 mez 60 wat 60 cest 120 mesz 120 eet 120 sast 120 eest 180 msk 180 мск 180 eat 180 gst 240 pkt 300 ' +
    'ist 330 wib 420 ict 420 hkt 480 sgt 480 myt 480 pht 480 awst 480 北京时间 480 北京時間 480 jst 540 kst 540 日本時間 540 acst 570 aest 600 ' +
    'aedt 660 nzst 720 nzdt 780 brt -180 art -180 edt -240 est -300 cdt -300 cst -360 mdt -360 mst -420 pdt -420 pst -480 akst -540 hst -600'
  )
    .split(/ (?=[^\d-])/)
    .map((entry) => entry.split(' '))
    .map(([name = '', minutes]) => [name, Number(minutes)]),
);
/** American names for summer and winter time alike. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
]);
const OTHER_MEANINGS: ReadonlyMap<string, number> = new Map([
  ['cst Asia/Shanghai', 480],
  ['cst Asia/Taipei', 480],
  ['ist Asia/Jerusalem', 120],
  ['ist Europe/Dublin', 60],
]);

/** Minutes east of UTC or an IANA zone for a lower-case abbreviation; the site's own zone settles CST and IST. */
export function zoneOf(name: string, siteZone: string | undefined): number | string | undefined {
  return OTHER_MEANINGS.get(`${name} ${siteZone}`) ?? OFFSETS.get(name) ?? ZONES.get(name);
}

/** A format costs more to make than all else that is done with a date. Zones come from the tables of this project: they are few. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of UTC that an IANA zone keeps at an instant, or `undefined` for a zone the engine does not know. */
export function offsetAt(zone: string, instant: number): number | undefined {
  try {
    const format = formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(instant)) ?? [];
    const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return sign === '-' ? -size : size;
  } catch {
    // An engine with little zone data: the zone then stays unknown, which the popup says.
    return undefined;
  }
}

/** Minutes east of UTC that an IANA zone keeps at a local clock reading; in the doubled hour of autumn the first. */
export function offsetOfLocal(zone: string, day: CivilDay, time: ClockTime): number | undefined {
  const wall = asUtc(day, time);
  const guess = offsetAt(zone, wall);
  return guess === undefined ? undefined : offsetAt(zone, wall - guess * 60_000);
}
