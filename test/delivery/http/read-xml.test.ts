import { describe, expect, test } from 'vitest';
import { childText, readXml } from '../../../src/delivery/http/read-xml.ts';

describe('readXml', () => {
  test('reads names without their prefix, entities, CDATA, empty elements', () => {
    const root = readXml(
      '\uFEFF<?xml version="1.0"?><!-- a > b --><D:a xmlns:D="DAV:" x="1 > 0"><D:b>&lt;渡轮&gt; &amp;amp; &#x1f6a2;&#65;</D:b><c/><d><![CDATA[<raw>]]></d></D:a>',
    );
    expect(root.name).toBe('a');
    expect(childText(root, 'b')).toBe('<渡轮> &amp; 🚢A');
    expect(childText(root, 'd')).toBe('<raw>');
    expect(root.children.map(({ name }) => name)).toEqual(['b', 'c', 'd']);
  });

  test.each([
    ['cut off', '<a><b>text</b>'],
    ['cut off in a tag', '<a><b'],
    ['closed twice', '<a></a></a>'],
    ['closed crosswise', '<a><b></a></b>'],
    ['with entities of its own', '<!DOCTYPE a [<!ENTITY x "xxxx">]><a>&x;</a>'],
    ['no XML', 'not found'],
    ['empty', ''],
  ])('refuses a document that is %s', (_, source) => {
    expect(() => readXml(source)).toThrow(SyntaxError);
  });

  test('takes a control character in a name, which a strict reader refuses', () => {
    expect(childText(readXml('<a><b>x\u0001y</b></a>'), 'b')).toBe('x\u0001y');
  });
});
