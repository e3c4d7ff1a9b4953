import { cleanLine } from '../core/text/clean-text.ts';
import { decodeEntities } from '../core/text/html-entities.ts';

/** Elements that feeds write into titles. Other words in angle brackets (`List<String>`) are text. */
const MARKS =
  /<\/?(?:a|abbr|b|bdi|br|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]{0,500})?\/?>/gi;

/**
 * A title as plain text. RSS does not say whether a title is text or HTML, and feeds write both: marks that are HTML
 * beyond doubt are removed, character references decoded once.
 */
export function plainTitle(title: string): string {
  return cleanLine(decodeEntities(title.replace(/<br\b[^<>]{0,100}>/gi, ' ').replace(MARKS, '')));
}
