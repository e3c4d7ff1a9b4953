import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { xhtmlAsHtml } from '../../src/cli/xhtml-as-html.ts';

const NAMESPACE = 'xmlns="http://www.w3.org/1999/xhtml"';

test('reads CDATA and empty elements as XML does', () => {
  const page = `<?xml version="1.0"?><html ${NAMESPACE}><body><p><![CDATA[a <b> & c]]></p><a name="x"/><p>d</p></body></html>`;
  const { body } = new JSDOM(xhtmlAsHtml(page, { JSDOM })).window.document;
  expect(body.querySelector('p')?.textContent).toBe('a <b> & c');
  expect(body.querySelector('a')?.textContent).toBe('');
});

test('leaves a page that is not well-formed as it is', () => {
  expect(xhtmlAsHtml(`<html ${NAMESPACE}><p>a<br></html>`, { JSDOM })).toContain('<br>');
});
