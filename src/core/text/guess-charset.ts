/** What a legacy encoding of East Asia is known by: the characters that its texts are full of. */
interface Candidate {
  readonly encoding: string;
  readonly common: ReadonlySet<string>;
}

/** The most frequent characters of running text, a quarter of it and more: Jun Da's and the Sejong corpus' lists. */
const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里';
const TRADITIONAL =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡';
const HANGUL = '이다는에의을가고하지한로은도사대인서어자기시나리일그를해정';
const HIRAGANA = 'のにはをたがでてとしれさいるあらもなくりまこうけよかっすき';

const CANDIDATES: readonly Candidate[] = [
  { encoding: 'gb18030', common: new Set(SIMPLIFIED) },
  { encoding: 'big5', common: new Set(TRADITIONAL) },
  { encoding: 'euc-kr', common: new Set(HANGUL) },
  { encoding: 'shift_jis', common: new Set(HIRAGANA) },
  { encoding: 'euc-jp', common: new Set(HIRAGANA) },
];

/** Enough of a page to tell by. */
const SAMPLE_BYTES = 256 * 1024;
const FEWEST_CHARACTERS = 8;
/** Read wrongly, about one character in a hundred is a common one by chance; read rightly, one in four. */
const LEAST_SHARE = 0.08;
const MOST_UNREADABLE = 0.01;

/**
 * The legacy East Asian encoding that bytes are most likely in, told by what they read like in each, as browsers tell
 * it of pages that declare none; undefined where they read like none.
 */
export function guessCharset(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const guesses = CANDIDATES.map(({ encoding, common }) => ({
    encoding,
    share: commonShare(sample, encoding, common),
  }));
  const [best] = guesses.toSorted((a, b) => b.share - a.share);
  return best && best.share >= LEAST_SHARE ? best.encoding : undefined;
}

/** Returns the share of common characters among those beyond ASCII; 0 where the bytes are not text in this encoding. */
function commonShare(bytes: Uint8Array, encoding: string, common: ReadonlySet<string>): number {
  const characters = new TextDecoder(encoding).decode(bytes).match(/[^\0-\x7f]/gu) ?? [];
  if (characters.length < FEWEST_CHARACTERS) return 0;
  const unreadable = characters.filter((character) => character === '\ufffd').length;
  if (unreadable > 1 + characters.length * MOST_UNREADABLE) return 0;
  return characters.filter((character) => common.has(character)).length / characters.length;
}
