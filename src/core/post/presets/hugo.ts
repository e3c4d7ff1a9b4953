import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/** Hugo: a page bundle, so that pictures are beside the story. Raw HTML is dropped by default, so none is written. */
export const hugo: Preset = {
  version: 1,
  id: 'hugo',
  label: 'Hugo',
  path: 'content/posts/{{published | date:"YYYY-MM-DD"}}-{{title | limit:50 | slug}}/index.md',
  slug: 'keep',
  header: 'yaml',
  frontMatter: [
    { key: 'title', value: '{{title}}', form: 'quoted' },
    { key: 'date', value: '{{published}}', form: 'quoted' },
    { key: 'date_unknown', value: '{{undated}}', form: 'boolean' },
    { key: 'author', value: '{{author}}', form: 'quoted' },
    { key: 'source', value: '{{url}}', form: 'quoted' },
    { key: 'description', value: '{{description}}', form: 'quoted' },
    { key: 'tags', value: '{{tags}}', form: 'list', keepEmpty: true },
    { key: 'categories', value: '{{categories}}', form: 'list', keepEmpty: true },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, shortcodes: true, rawHtml: 'none', callouts: false },
  highlights: 'quotes',
  images: { download: false, file: 'content/posts/{{stem}}/{{image}}', link: '{{image}}' },
};
