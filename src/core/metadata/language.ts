import type { Sourced } from '../model/article.ts';
import { attributeOf } from './sources/elements.ts';
import { firstMeta } from './sources/meta-tags.ts';
import type { PageSources } from './sources/page-sources.ts';

/** A tag as BCP 47 writes it, loosely: `zh-cn`, `en_US`, `de`. */
const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;

/** Characters that only one of the two Chinese scripts writes, from the most frequent in news. Source: Unihan variants. */
const SIMPLIFIED = /[这说们国会时来对发个为经开关动问进]/g;
const TRADITIONAL = /[這說們國會時來對發個為經開關動問進]/g;

/** The story's language: what the page declares, else what the script of its text shows (Chinese, Japanese, Korean …). */
export function readLanguage(sources: PageSources, title: string): Sourced<string> {
  const declared = asTag(attributeOf(sources.root, 'lang') ?? '') || asTag(attributeOf(sources.root, 'xml:lang') ?? '');
  const sample = `${title} ${sources.page.text.slice(0, 20_000)}`;
  const detected = detectLanguage(sample);
  if (declared !== '' && !contradicts(declared, detected)) return { value: declared, origin: 'html-lang' };
  const meta = asTag(
    firstMeta(sources.meta, [
      'content-language',
      'language',
      'dc.language',
      'dcterms.language',
      'inlanguage',
      'og:locale',
    ]),
  );
  if (meta !== '' && !contradicts(meta, detected)) return { value: meta, origin: 'meta' };
  if (detected !== '') return { value: detected, origin: 'detected' };
  return { value: declared, origin: declared === '' ? 'none' : 'html-lang' };
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set('ar fa he iw ur ps yi dv ckb ug sd'.split(' '));

/** The direction the page declares, else that of its language. */
export function readDirection(sources: PageSources, language: string): 'ltr' | 'rtl' {
  const body = sources.root.querySelector('body');
  const declared = (attributeOf(sources.root, 'dir') ?? (body ? attributeOf(body, 'dir') : null) ?? '').toLowerCase();
  if (declared === 'rtl' || declared === 'ltr') return declared;
  return RIGHT_TO_LEFT.has((language.split('-')[0] ?? '').toLowerCase()) ? 'rtl' : 'ltr';
}

/** Templates copied from elsewhere declare `en` over Chinese text; text in another script proves them wrong. */
function contradicts(declared: string, detected: string): boolean {
  if (detected === '') return false;
  const [language] = declared.toLowerCase().split('-');
  const [seen] = detected.split('-');
  return language !== seen && (language === 'en' || ['zh', 'ja', 'ko'].includes(language ?? ''));
}

function asTag(value: string): string {
  const first = (value.split(/[,;]/)[0] ?? '').trim();
  if (!TAG.test(first)) return '';
  return first
    .split(/[-_]/)
    .map((part, index) => {
      if (index === 0) return part.toLowerCase();
      if (part.length === 4) return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
      return part.length === 2 ? part.toUpperCase() : part.toLowerCase();
    })
    .join('-');
}

const EAST_ASIAN = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;

/** `zh-Hans`, `zh-Hant`, `ja`, `ko`, or empty where the script does not tell. */
export function detectLanguage(text: string): string {
  if (!EAST_ASIAN.test(text)) return '';
  const count = (script: RegExp): number => text.match(script)?.length ?? 0;
  const enough = Math.max(20, count(/[a-z]/gi) / 4);
  const han = count(/[\u4e00-\u9fff]/g);
  const kana = count(/[\u3040-\u30ff]/g);
  if (count(/[\uac00-\ud7a3]/g) > enough) return 'ko';
  if (kana > enough && kana * 8 > han) return 'ja';
  if (han <= enough) return '';
  return count(TRADITIONAL) > count(SIMPLIFIED) ? 'zh-Hant' : 'zh-Hans';
}
