import { endAtWord } from '../text/end-at-word.ts';

/**
 * The longest name of a file or folder, in bytes of UTF-8. File systems stop at 255; browsers and servers write beside
 * the file first, under a name with something added to it (Chromium's `.crswap`), and some answer 500 from 252 on.
 */
export const MAX_NAME_BYTES = 240;

/** What no file name may hold on some system: Windows' nine, `~` (refused by Chromium's downloads), controls, half pairs. */
const ILLEGAL = /[<>:"/\\|?*~\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]+/gu;
/** Direction controls, zero-width characters, fillers: they show nothing and make one name look like another. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;
/** Look-alikes of the slash, the backslash and the dots that lead out of a folder. */
const LOOK_ALIKES = /[\u2044\u2215\u29f8\u29f5\u2216\ufe68\uff0f\uff3c\u2024\u2025\ufe52\uff0e]+/g;
/** Names that Windows reserves for devices, whatever the extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

const encoder = new TextEncoder();

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** The beginning of a text in at most so many bytes of UTF-8; a character is never parted from the marks that belong to it. */
export function cutToBytes(text: string, max: number): string {
  if (byteLength(text) <= max) return text;
  let kept = '';
  let bytes = 0;
  for (const character of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    bytes += byteLength(character);
    if (bytes > max) break;
    kept += character;
  }
  return kept;
}

/** Makes a value fit for a file name: one line, visible characters, none that a system refuses; NFC. May be empty. */
export function nameText(value: string): string {
  const text = value.normalize('NFC').replace(INVISIBLE, '').replace(LOOK_ALIKES, ' ').replace(ILLEGAL, ' ');
  return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}

/** A piece of a name: written by the author of the preset, or a value out of a page. */
export interface NamePart {
  readonly text: string;
  readonly fromPage: boolean;
}

/**
 * Puts one name of a path together: legal on every system, at most `MAX_NAME_BYTES` long (values from the page are
 * shortened, so that date and extension stay), with no dot, dash or blank at an end that hides it or makes it an option.
 *
 * @param fallback replaces the values where they leave no letter or digit.
 */
export function fileName(parts: readonly NamePart[], fallback: string): string {
  const clean = parts.map((part) => (part.fromPage ? { ...part, text: nameText(part.text) } : part));
  const isNameless = !clean.some((part) => part.fromPage && /[\p{L}\p{N}]/u.test(part.text));
  const pieces = isNameless && clean.some((part) => part.fromPage) ? withFallback(clean, fallback) : clean;
  const { stem, extension } = splitExtension(shorten(pieces));
  const leads = pieces.find((part) => part.text !== '')?.fromPage ?? true;
  return `${avoidDevice(stem.replace(leads ? /^[\s._#-]+/ : '', '').replace(/[\s.]+$/, ''))}${extension}`;
}

function withFallback(parts: readonly NamePart[], fallback: string): readonly NamePart[] {
  const at = parts.findIndex((part) => part.fromPage);
  return parts.map((part, index) => (part.fromPage ? { ...part, text: index === at ? fallback : '' } : part));
}

/** Takes the bytes that are too many from the longest values first. */
function shorten(parts: readonly NamePart[]): string {
  const texts = parts.map((part) => part.text);
  let over = byteLength(texts.join('')) - MAX_NAME_BYTES;
  const longestFirst = parts.map((_, index) => index).filter((index) => parts[index]?.fromPage);
  longestFirst.sort((a, b) => byteLength(texts[b] ?? '') - byteLength(texts[a] ?? ''));
  for (const index of longestFirst) {
    if (over <= 0) break;
    const text = texts[index] ?? '';
    const kept = cutToBytes(text, Math.max(1, byteLength(text) - over));
    const cut = endAtWord(kept, text.slice(kept.length)).replace(/[\s.-]+$/, '');
    over -= byteLength(text) - byteLength(cut);
    texts[index] = cut;
  }
  return texts.join('');
}

function splitExtension(name: string): { stem: string; extension: string } {
  const extension = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - extension.length), extension };
}

function avoidDevice(stem: string): string {
  const device = stem.split('.')[0]?.trim() ?? '';
  return DEVICES.test(device) ? `${device}_${stem.slice(device.length)}` : stem;
}
