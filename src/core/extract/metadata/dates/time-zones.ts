import { asUtc, type CivilDay, type ClockTime } from './civil-date.ts';

/**
 * Zone names and abbreviations in news: minutes east of UTC, or the IANA zone where the name covers summer and winter.
 * Abbreviations with two common meanings are left out (AMT, ADT …); CST and IST are settled by `MEANING_BY_COUNTRY`.
 */
const ZONES: Readonly<Record<string, number | string>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  west: 60,
  cet: 60,
  mez: 60,
  wat: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  sast: 120,
  cat: 120,
  eest: 180,
  msk: 180,
  мск: 180,
  trt: 180,
  eat: 180,
  gst: 240,
  pkt: 300,
  ist: 330,
  npt: 345,
  wib: 420,
  ict: 420,
  hkt: 480,
  sgt: 480,
  myt: 480,
  pht: 480,
  awst: 480,
  wita: 480,
  北京时间: 480,
  北京時間: 480,
  香港時間: 480,
  台北時間: 480,
  臺北時間: 480,
  新加坡时间: 480,
  jst: 540,
  kst: 540,
  wit: 540,
  日本時間: 540,
  한국시간: 540,
  acst: 570,
  aest: 600,
  acdt: 630,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  brt: -180,
  art: -180,
  clt: -240,
  ast: -240,
  edt: -240,
  est: -300,
  cdt: -300,
  cst: -360,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  akst: -540,
  hst: -600,
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  aet: 'Australia/Sydney',
};

const MEANING_BY_ZONE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  cst: { 'Asia/Shanghai': 480, 'Asia/Taipei': 480, 'America/Havana': -300 },
  ist: { 'Asia/Jerusalem': 120, 'Europe/Dublin': 60 },
};

/** Minutes east of UTC or an IANA zone for a lower-case abbreviation; the site's own zone settles CST and IST. */
export function zoneOf(name: string, siteZone: string | undefined): number | string | undefined {
  if (!Object.hasOwn(ZONES, name)) return undefined;
  const meanings = Object.hasOwn(MEANING_BY_ZONE, name) ? MEANING_BY_ZONE[name] : undefined;
  return (siteZone !== undefined ? meanings?.[siteZone] : undefined) ?? ZONES[name];
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Minutes east of UTC that an IANA zone keeps at an instant, or `undefined` for a zone the engine does not know. */
export function offsetAt(zone: string, instant: number): number | undefined {
  const format = formatFor(zone);
  if (!format || !Number.isFinite(instant)) return undefined;
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((wall - instant) / 60_000);
}

/** Minutes east of UTC that an IANA zone keeps at a local clock reading; in the doubled hour of autumn the first. */
export function offsetOfLocal(zone: string, day: CivilDay, time: ClockTime): number | undefined {
  const wall = asUtc(day, time);
  const guess = offsetAt(zone, wall);
  if (guess === undefined) return undefined;
  return offsetAt(zone, wall - guess * 60_000);
}

function formatFor(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, createFormat(zone));
  return formats.get(zone);
}

function createFormat(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // An engine with little zone data: the zone then stays unknown, which the popup says.
    return undefined;
  }
}
