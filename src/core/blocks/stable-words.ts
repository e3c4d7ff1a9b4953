/** States, and places among siblings: the next story has them elsewhere. */
const PASSING =
  /^(?:is|has|js|no)-|^(?:active|clicked|closed|collapsed|current|even|expanded|fade|first|hidden|hover|in|inview|last|loaded|loading|odd|on|open|opened|selected|show|shown|visible)$|^lazy/i;

/** What a thing looks like, not what it is. */
const LAYOUT =
  /^(?:absolute|align|bg|block|border|clear|clearfix|col|cols|column|container|content|css|display|emotion|flex|float|font|grid|group|items|jss|justify|left|margin|padding|relative|right|row|sc|size|space|sticky|text|w|wrap|wrapper)(?:[-_]|$)/i;

const WORD = /^[a-z][a-z_-]*[a-z]$/i;

/** A longer name is made by a program. */
const LONGEST = 40;

/**
 * Returns whether a class or id is a word that somebody chose for what the element is: it is likely to be in the next
 * story and after the next release. Not so the hashes of build tools (`sc-bdVaJa`, `css-1x2y3z`), states and layout.
 */
export function isStableWord(name: string): boolean {
  if (name.length < 3 || name.length > LONGEST) return false;
  if (!WORD.test(name) || PASSING.test(name) || LAYOUT.test(name)) return false;
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]+/)
    .filter((part) => part !== '');
  // Words can be spoken; of a hash cut up at its capitals few parts can.
  const spoken = parts.filter((part) => part.length > 2 && /[aeiouy]/.test(part));
  return spoken.length * 2 >= parts.length && spoken.length > 0;
}

/** The word in front of the hash that CSS modules append (`Promo_box__x7Gh2` has `Promo_box__`), where it has one. */
export function wordBeforeHash(name: string): string | undefined {
  const [, word = ''] = /^([a-z]+(?:[_-][a-z]+)*(?:__|--|___))[\w-]{4,12}$/i.exec(name) ?? [];
  return word.length >= 6 && isStableWord(word.replace(/[-_]+$/, '')) ? word : undefined;
}
