/** `2021-07-16T13:01:00+08:00` as people read it: `2021-07-16 13:01 +08:00`. Empty where there is no date. */
export function spokenDate(published = ''): string {
  return published.replace(/T(\d\d:\d\d)(?::\d\d)?/, ' $1').replace(/([+-]\d\d:\d\d|Z)$/, ' $1');
}
