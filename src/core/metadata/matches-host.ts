const ASCII = /^[ -~]*$/;

/** True where a name's letters are the host's: `The Daily Quay` on `dailyquay.example`. */
export function matchesHost(name: string, host: string): boolean {
  const plain = ASCII.test(name) ? name : name.normalize('NFKD');
  const letters = plain.toLowerCase().replace(/[^a-z0-9]/g, '');
  const hostLetters = host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/[^a-z0-9]/g, '');
  if (letters.length < 3) return false;
  return (
    hostLetters.startsWith(letters) ||
    hostLetters.startsWith(letters.replace(/^the|^die|^der|^das|^le|^la|^el/, '')) ||
    letters.startsWith(hostLetters)
  );
}
