/** What each HTML element means to Markdown. Names are as in the HTML standard, section 4. */

/** Elements that show nothing of the story, with all that they hold. */
export const HIDDEN_ELEMENTS = new Set(
  'audio base button canvas datalist embed head iframe input link meta noscript object optgroup option rp script select source style svg template textarea title track video'.split(
    ' ',
  ),
);

/** Elements that begin and end a block. */
export const BLOCK_ELEMENTS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);

/** The mark that an inline element puts on its text; an element of the tidy tree of that name is made for it. */
export const MARKS: ReadonlyMap<string, string> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['em', 'em'],
  ['i', 'em'],
  ['del', 'del'],
  ['s', 'del'],
  ['strike', 'del'],
  ['ins', 'ins'],
  ['u', 'u'],
  ['sub', 'sub'],
  ['sup', 'sup'],
  ['kbd', 'kbd'],
  ['mark', 'mark'],
]);

/** Elements whose text is code within a line. */
export const CODE_ELEMENTS = new Set(['code', 'samp', 'tt']);
