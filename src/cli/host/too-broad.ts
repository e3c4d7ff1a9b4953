import { homedir } from 'node:os';
import { isAbsolute, parse, relative, sep } from 'node:path';

/** Home folders of any user on Linux, macOS and Windows. */
const HOME = /^(?:\/root|\/(?:home|Users)\/[^/]+|[a-z]:\\Users\\[^\\]+)$/i;

/**
 * Whether a folder holds more than posts by its place alone: a whole disk, a home folder, or what holds the homes.
 * There, `Documents`, `bin` and the settings of every program are a path away.
 *
 * @param folder its real and whole path.
 */
export function isTooBroad(folder: string, home = homedir()): boolean {
  const { root } = parse(folder);
  const toHome = relative(folder, home);
  const holdsHome = toHome === '' || !(toHome === '..' || toHome.startsWith(`..${sep}`) || isAbsolute(toHome));
  return folder === root || holdsHome || HOME.test(folder);
}
