/** Text as character references for inside a tag, where programs still read Markdown. */
export function quietHtml(text: string): string {
  return text.replace(/[&<>{}`*_\\[\]~$|=%#^:"@]|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`);
}
