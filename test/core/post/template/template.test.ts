import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepSlug } from '../../../../src/core/post/slug.ts';
import { FILTERS } from '../../../../src/core/post/template/filters.ts';
import { evaluateTemplate, renderTemplate } from '../../../../src/core/post/template/render-template.ts';
import { MAX_TEMPLATE_LENGTH, parseTemplate, TemplateError } from '../../../../src/core/post/template/template.ts';
import { boundedValue, MAX_VALUE_LENGTH } from '../../../../src/core/post/template/value.ts';
import { variablesOf } from '../../../../src/core/post/template/variables.ts';
import { draftWith } from '../draft-fixture.ts';

const context = { slugger: keepSlug, url: 'https://news.example/2024/ferry', timeZone: 'America/New_York' };
const draft = draftWith({
  title: 'Ferry: “Winter” Runs On',
  authors: ['林小舟', '周明'],
  tags: ['C++', '2024', '本地'],
});
const render = (source: string): string => renderTemplate(parseTemplate(source), variablesOf(draft), context);
const evaluate = (source: string): unknown => evaluateTemplate(parseTemplate(source), variablesOf(draft), context);

describe('a template', () => {
  it.each([
    ['', ''],
    ['plain } text {', 'plain } text {'],
    ['{{title}}', 'Ferry: “Winter” Runs On'],
    ['{{ title }} - {{site}}', 'Ferry: “Winter” Runs On - 蓝桥日报'],
    ['{{host}}/{{section}}/{{language}}', 'news.example/本地/zh-CN'],
    ['{{author}}', '林小舟、周明'],
    ['{{authors | join:" / "}}', '林小舟 / 周明'],
    ["{{authors|join:' & '}}", '林小舟 & 周明'],
    ['{{authors | first}} {{authors | last}} {{title | first | lower}}', '林小舟 周明 ferry: “winter” runs on'],
    ['{{tags}}', 'C++, 2024, 本地'],
    ['{{tags | tag}}', 'C, y2024, 本地'],
    ['{{tags | lower | prefix:"#"}}', '#c++, #2024, #本地'],
    ['{{published}}', '2024-03-05T08:30:00+08:00'],
    ['{{published | date:"YYYY-MM-DD"}}', '2024-03-05'],
    ['{{published | date:"YYYY-MM-DD",site}}', '2024-03-04'],
    ['{{published | date:"D.M.YY H:mm [Uhr] Z"}}', '5.3.24 8:30 Uhr +08:00'],
    ['{{published | date:"YYYY/MM/DD HH:mm:ss","UTC"}}', '2024/03/05 00:30:00'],
    [
      '{{published | utc}} {{published | wall}} {{published | wall:site}}',
      '2024-03-05T00:30:00Z 2024-03-05T08:30:00 2024-03-04T19:30:00',
    ],
    ['{{clipped | date:"YYYY"}}', '2024'],
    ['{{instant}}', '1709598600000'],
    ['{{title | slug}}', 'ferry-winter-runs-on'],
    ['{{title | upper | limit:5}}', 'FERRY'],
    ['{{site | bytes:7}}', '蓝桥'],
    ['{{title | replace:"Winter","Summer"}}', 'Ferry: “Summer” Runs On'],
    ['{{title | replace:"$&",""}}', 'Ferry: “Winter” Runs On'],
    ['{{cover | default:"none"}}{{cover | prefix:"at "}}', 'none'],
    ['{{title | filename}}', 'Ferry “Winter” Runs On'],
    ['{{"{{"}}literal{{ "}}" }}', '{{literal}}'],
    ['{{url | suffix:"#x" | trim}}', 'https://news.example/2024/ferry#x'],
  ])('gives text: %s', (source, text) => {
    expect(render(source)).toBe(text);
  });

  it('keeps a list a list where it is alone', () => {
    expect(evaluate('{{tags | lower}}')).toEqual(['c++', '2024', '本地']);
    expect(evaluate('{{tags}} ')).toBe('C++, 2024, 本地 ');
  });

  it('puts no meaning into what a page says', () => {
    const sly = draftWith({ title: '{{url}} $& {{ title | upper }}' });
    expect(renderTemplate(parseTemplate('<{{title}}>'), variablesOf(sly), context)).toBe(
      '<{{url}} $& {{ title | upper }}>',
    );
  });

  it.each([
    ['a {{title', 'unclosed', 2, '{{'],
    ['{{title | join:"a}}', 'unclosed_quote', 15, '"'],
    ['{{}}', 'expected_value', 2, '}}'],
    ['{{ | lower}}', 'expected_value', 3, '|'],
    ['{{titel}}', 'unknown_value', 2, 'titel'],
    ['{{constructor}}', 'unknown_value', 2, 'constructor'],
    ['{{headline}}', 'unknown_value', 2, 'headline'],
    ['{{title |}}', 'expected_filter', 9, '}}'],
    ['{{title | lowr}}', 'unknown_filter', 10, 'lowr'],
    ['{{title | __proto__}}', 'unknown_filter', 10, '__proto__'],
    ['{{title | toString}}', 'unknown_filter', 10, 'toString'],
    ['{{title | limit}}', 'too_few_arguments', 10, 'limit'],
    ['{{title | limit:1,2}}', 'too_many_arguments', 10, 'limit'],
    ['{{title | limit:many}}', 'bad_argument', 10, 'many'],
    ['{{title | limit:0}}', 'bad_argument', 10, '0'],
    ['{{title | replace:"",x}}', 'bad_argument', 10, ', x'],
    ['{{published | date:"YYYY","Mars/Base"}}', 'bad_argument', 14, 'YYYY, Mars/Base'],
    ['{{title | limit:}}', 'bad_argument', 16, '}}'],
    ['{{title lower}}', 'unexpected', 8, 'lower'],
    ['{{title & url}}', 'unexpected', 8, '&'],
    ['x'.repeat(MAX_TEMPLATE_LENGTH + 1), 'too_long', MAX_TEMPLATE_LENGTH, ''],
  ])('says what is wrong and where: %s', (source, code, at, word) => {
    const fault = catchFault(source);
    expect(fault).toMatchObject({ code, at, word });
  });

  it('is read or refused, whatever it holds', () => {
    const pieces = fc.constantFrom(
      '{{',
      '}}',
      '{',
      '|',
      ':',
      ',',
      '"',
      "'",
      ' ',
      'title',
      'tags',
      'limit',
      '5',
      'date',
      '中',
      '\n',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const source = parts.join('');
        const fault = catchFault(source);
        if (fault === undefined) expect(typeof render(source)).toBe('string');
        else expect(fault.at).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('bounds what filters make of a value', () => {
    const long = 'e'.repeat(900);
    const twice = `{{title | replace:"e","${long}" | replace:"e","${long}"}}`;
    expect(render(twice).length).toBeLessThanOrEqual(MAX_VALUE_LENGTH);
    expect(boundedValue(['a'.repeat(MAX_VALUE_LENGTH), 'b'])).toEqual(['a'.repeat(MAX_VALUE_LENGTH)]);
    expect(boundedValue(`${'a'.repeat(MAX_VALUE_LENGTH - 1)}😀`)).toBe('a'.repeat(MAX_VALUE_LENGTH - 1));
  });

  it('lets every filter take every kind of value', () => {
    const values = [{ day: '2024-03-05' }, '', 'text', [], ['a', 'b']];
    for (const filter of Object.values(FILTERS)) {
      for (const value of values) {
        expect(filter.apply(value, ['1', 'UTC'].slice(0, filter.most), context)).toBeDefined();
      }
    }
  });
});

function catchFault(source: string): TemplateError | undefined {
  try {
    parseTemplate(source);
    return undefined;
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}
