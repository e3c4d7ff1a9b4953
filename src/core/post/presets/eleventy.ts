import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/** Eleventy: ISO dates only, any other stops the build; Liquid is turned off for the file. */
export const eleventy: Preset = {
  version: 1,
  id: 'eleventy',
  label: 'Eleventy',
  path: 'posts/{{published | date:"YYYY-MM-DD"}}-{{title | limit:50 | slug}}.md',
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
    { key: 'templateEngineOverride', value: 'md', form: 'text' },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, footnotes: false, taskLists: false, callouts: false },
  highlights: 'html',
  images: { download: false, file: 'assets/{{stem}}/{{image}}', link: '/assets/{{stem}}/{{image}}' },
};
