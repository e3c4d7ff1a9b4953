import { daysBetween } from './civil-date.ts';
import type { DatedPlace } from './date-places.ts';

/**
 * Moves publications to the end that a program stamped: later than the last change, or the same second. Only where a meta tag
 * states an earlier publication: a story may change in the second that it is published in.
 */
export function withoutStamps(places: readonly DatedPlace[], modified: DatedPlace | undefined): readonly DatedPlace[] {
  if (!modified) return places;
  const isStamp = (place: DatedPlace): boolean =>
    (daysBetween(modified.found.day, place.found.day) > 0 || isSameSecond(place, modified)) &&
    places.some(({ found, origin }) => origin === 'meta' && daysBetween(found.day, place.found.day) > 1);
  const stamps = new Set(places.filter(isStamp));
  return stamps.size === 0 ? places : [...places.filter((place) => !stamps.has(place)), ...stamps];
}

function isSameSecond(one: DatedPlace, other: DatedPlace): boolean {
  const [first, second] = [one.found, other.found];
  return (
    first.time?.second !== undefined &&
    daysBetween(first.day, second.day) === 0 &&
    first.time.second === second.time?.second &&
    first.time.minute === second.time.minute &&
    first.time.hour === second.time.hour
  );
}
