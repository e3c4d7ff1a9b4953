/** The attribute that carries an element's place through copies of the page. `sanitise` takes it off. */
export const PLACE = 'data-jianbao-place';

/** Numbers all elements of a tree in document order. */
export function numberPlaces(root: Element): void {
  root.setAttribute(PLACE, '0');
  let place = 0;
  for (const element of root.querySelectorAll('*')) {
    place++;
    element.setAttribute(PLACE, String(place));
  }
}

/** The place of an element; undefined for one that was made after the numbering. */
export function placeOf(element: Element): number | undefined {
  const place = element.getAttribute(PLACE);
  return place === null ? undefined : Number(place);
}

/** All places in a tree, its root's included. */
export function placesIn(root: Element): Set<number> {
  const places = new Set<number>();
  for (const element of [root, ...Array.from(root.querySelectorAll(`[${PLACE}]`))]) {
    const place = placeOf(element);
    if (place !== undefined) places.add(place);
  }
  return places;
}

/** The elements of a tree by their places. Of two with the same place the first counts. */
export function elementsByPlace(root: Element): Map<number, Element> {
  const elements = new Map<number, Element>();
  for (const element of [root, ...Array.from(root.querySelectorAll(`[${PLACE}]`))]) {
    const place = placeOf(element);
    if (place !== undefined && !elements.has(place)) elements.set(place, element);
  }
  return elements;
}
