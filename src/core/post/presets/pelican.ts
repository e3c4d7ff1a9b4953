import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/**
 * Pelican (4.8, Python-Markdown): `Key: value` lines, since it takes the quotation marks and brackets of YAML for part of
 * the value. `Summary` is Markdown.
 */
export const pelican: Preset = {
  version: 1,
  id: 'pelican',
  label: 'Pelican',
  path: 'content/{{published | date:"YYYY-MM-DD"}}-{{title | limit:50 | slug}}.md',
  slug: 'keep',
  header: 'metadata',
  frontMatter: [
    { key: 'Title', value: '{{title}}', form: 'text' },
    { key: 'Date', value: '{{published}}', form: 'text' },
    { key: 'Modified', value: '{{clipped}}', form: 'text' },
    { key: 'Date_Unknown', value: '{{undated}}', form: 'boolean' },
    { key: 'Authors', value: '{{authors}}', form: 'list' },
    { key: 'Source', value: '{{url}}', form: 'text' },
    { key: 'Tags', value: '{{tags}}', form: 'list' },
    { key: 'Category', value: '{{categories | first}}', form: 'text' },
    { key: 'Lang', value: '{{language}}', form: 'text' },
    { key: 'Slug', value: '{{published | date:"YYYY-MM-DD"}}-{{title | limit:50 | slug}}', form: 'text' },
    { key: 'Summary', value: '{{description | markdown}}', form: 'text' },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, taskLists: false, callouts: false, pythonMarkdown: true },
  highlights: 'quotes',
  images: { download: false, file: 'content/images/{{stem}}/{{image}}', link: '{static}/images/{{stem}}/{{image}}' },
};
