import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/**
 * Docusaurus' blog, which reads `.md` as MDX. The date has to be an unquoted UTC time: a quoted one gets a `Z` put
 * behind it and stops the build (plugin-content-blog, blogUtils.js).
 */
export const docusaurus: Preset = {
  version: 1,
  id: 'docusaurus',
  label: 'Docusaurus',
  path: 'blog/{{published | date:"YYYY-MM-DD"}}-{{title | limit:50 | slug}}.md',
  slug: 'keep',
  header: 'yaml',
  frontMatter: [
    { key: 'title', value: '{{title}}', form: 'quoted' },
    { key: 'date', value: '{{published | utc}}', form: 'date' },
    { key: 'date_unknown', value: '{{undated}}', form: 'boolean' },
    { key: 'authors', value: '{{authors}}', form: 'people' },
    { key: 'source', value: '{{url}}', form: 'quoted' },
    { key: 'description', value: '{{description}}', form: 'quoted' },
    { key: 'tags', value: '{{tags}}', form: 'list', keepEmpty: true },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, rawHtml: 'none', jsx: true, callouts: false },
  highlights: 'html',
  images: { download: false, file: 'static/img/{{stem}}/{{image}}', link: '/img/{{stem}}/{{image}}' },
};
