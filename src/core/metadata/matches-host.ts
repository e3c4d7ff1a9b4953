/** Fewer letters are in many names. */
const SHORTEST = 3;
const ASCII = /^[ -~]*$/;

/**
 * True where a name's letters are the host's, below any subdomain: `The Daily Quay` and `Daily Quay` on `shop.dailyquay.example`.
 * So are words each of which is a label of the host: `Quay Tyres` on `tyres.quay.example`.
 */
export function matchesHost(name: string, host: string): boolean {
  const plain = (ASCII.test(name) ? name : name.normalize('NFKD')).toLowerCase();
  const letters = plain.replace(/[^a-z0-9]/g, '');
  if (letters.length < SHORTEST) return false;
  const labels = host
    .toLowerCase()
    .replace(/^www\./, '')
    .split('.')
    .map((label) => label.replace(/[^a-z0-9]/g, ''));
  const bare = letters.replace(/^the|^die|^der|^das|^le|^la|^el/, '');
  // The last label is a public suffix.
  const isHost = labels.slice(0, -1).some((_, at) => {
    const hostLetters = labels.slice(at).join('');
    return (
      hostLetters.startsWith(letters) ||
      (bare.length >= SHORTEST && hostLetters.startsWith(bare)) ||
      letters.startsWith(hostLetters)
    );
  });
  return isHost || (plain.includes(' ') && plain.split(' ').every((word) => labels.includes(word)));
}
