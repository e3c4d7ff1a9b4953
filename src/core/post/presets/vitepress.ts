import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/** VitePress adds no heading to a page, so the headline opens it. `layout: post` would empty the page. */
export const vitepress: Preset = {
  version: 1,
  id: 'vitepress',
  label: 'VitePress',
  path: 'posts/{{published | date:"YYYY-MM-DD"}}-{{title | limit:50 | slug}}.md',
  slug: 'keep',
  header: 'yaml',
  frontMatter: [
    { key: 'title', value: '{{title}}', form: 'quoted' },
    { key: 'description', value: '{{description}}', form: 'quoted' },
    { key: 'date', value: '{{published}}', form: 'quoted' },
    { key: 'date_unknown', value: '{{undated}}', form: 'boolean' },
    { key: 'author', value: '{{author}}', form: 'quoted' },
    { key: 'source', value: '{{url}}', form: 'quoted' },
    { key: 'tags', value: '{{tags}}', form: 'list', keepEmpty: true },
  ],
  opening: '{{headline}}',
  body: 'markdown',
  dialect: { ...GFM, vue: true, footnotes: false, taskLists: false },
  highlights: 'html',
  images: { download: false, file: 'public/{{stem}}/{{image}}', link: '/{{stem}}/{{image}}' },
};
