import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/** Pandoc reads the values of its metadata as Markdown: they are escaped, and the address is an autolink. */
export const pandoc: Preset = {
  version: 1,
  id: 'pandoc',
  label: 'Pandoc',
  path: '{{published | date:"YYYY-MM-DD"}}-{{title | limit:50 | slug}}.md',
  slug: 'keep',
  header: 'yaml',
  frontMatter: [
    { key: 'title', value: '{{title | pandoc}}', form: 'quoted' },
    { key: 'author', value: '{{authors | pandoc}}', form: 'list' },
    { key: 'date', value: '{{stated}}', form: 'quoted' },
    { key: 'source', value: '<{{url}}>', form: 'quoted' },
    { key: 'description', value: '{{description | pandoc}}', form: 'quoted' },
    { key: 'keywords', value: '{{tags | pandoc}}', form: 'list', keepEmpty: true },
    { key: 'lang', value: '{{language}}', form: 'quoted' },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, pandoc: true, callouts: false },
  highlights: 'quotes',
  images: { download: false, file: 'images/{{stem}}/{{image}}', link: 'images/{{stem}}/{{image}}' },
};
