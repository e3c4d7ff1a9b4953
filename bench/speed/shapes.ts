/** Pages of one shape at any size, to see how the time grows: section by section as large pages of the web are made. */
export interface Shape {
  readonly name: string;
  /** HTML of about so many nodes (elements and texts). */
  readonly html: (nodes: number) => string;
}

const SENTENCE = 'The night ferry was late again, the harbour office said, and nobody could say why it was.';

function repeat(nodes: number, nodesEach: number, part: (index: number) => string): string {
  return Array.from({ length: Math.max(1, Math.round(nodes / nodesEach)) }, (_, index) => part(index)).join('');
}

const STORY = repeat(40, 2, () => `<p>${SENTENCE} ${SENTENCE}</p>`);

export const SHAPES: readonly Shape[] = [
  {
    name: 'article',
    html: (nodes) =>
      repeat(nodes, 9, (index) => {
        const figure =
          index % 10 === 0 ? `<figure><img src="/i${index}.jpg"><figcaption>Ferry</figcaption></figure>` : '';
        return `<p>${SENTENCE} <a href="/a${index}">Harbour</a> ${SENTENCE} <b>late</b> ${SENTENCE}</p>${figure}`;
      }),
  },
  {
    name: 'links',
    html: (nodes) =>
      `${STORY}${repeat(nodes, 61, (index) => `<ul>${`<li><a href="/l${index}">Another story</a></li>`.repeat(20)}</ul>`)}`,
  },
  { name: 'br', html: (nodes) => `<div>${repeat(nodes, 3, () => `${SENTENCE}<br><br>`)}</div>` },
  { name: 'spans', html: (nodes) => `<p>${repeat(nodes, 2, () => '<span>late ferry, </span>')}</p>` },
  {
    name: 'deep',
    html: (nodes) => repeat(nodes, 402, () => `${'<div>'.repeat(400)}<p>${SENTENCE}</p>${'</div>'.repeat(400)}`),
  },
  {
    name: 'lists',
    html: (nodes) =>
      `${STORY}${repeat(nodes, 180, () => `${'<ul><li>Pier and boat'.repeat(60)}${'</li></ul>'.repeat(60)}`)}`,
  },
  {
    name: 'table',
    html: (nodes) => `${STORY}<table>${repeat(nodes, 13, () => `<tr>${'<td>ferry 7</td>'.repeat(6)}</tr>`)}</table>`,
  },
];

export function pageOf(shape: Shape, nodes: number): string {
  return `<!doctype html><title>Ferries</title><article><h1>Ferries late again</h1>${shape.html(nodes)}</article>`;
}
