import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/** Astro's content collections, with the keys of its blog template: `description` is required there. */
export const astro: Preset = {
  version: 1,
  id: 'astro',
  label: 'Astro',
  path: 'src/content/blog/{{published | date:"YYYY-MM-DD"}}-{{title | limit:50 | slug}}.md',
  slug: 'keep',
  header: 'yaml',
  frontMatter: [
    { key: 'title', value: '{{title}}', form: 'quoted' },
    { key: 'description', value: '{{description}}', form: 'quoted', keepEmpty: true },
    { key: 'pubDate', value: '{{published}}', form: 'quoted' },
    { key: 'date_unknown', value: '{{undated}}', form: 'boolean' },
    { key: 'author', value: '{{author}}', form: 'quoted' },
    { key: 'source', value: '{{url}}', form: 'quoted' },
    { key: 'tags', value: '{{tags}}', form: 'list', keepEmpty: true },
    { key: 'categories', value: '{{categories}}', form: 'list', keepEmpty: true },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, callouts: false },
  highlights: 'html',
  images: { download: false, file: 'src/content/blog/{{stem}}/{{image}}', link: './{{stem}}/{{image}}' },
};
