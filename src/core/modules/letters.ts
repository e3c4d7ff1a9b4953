/** Kana, Chinese characters, Hangul. */
export const EAST_ASIAN = /[\u3040-\u9fff\uac00-\ud7a3]/g;

/** Letters of Latin with marks, Greek, Cyrillic: English pages have a few in names, nearly all others of Europe have many. */
export const MARKED_LETTER = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u052f]/g;
