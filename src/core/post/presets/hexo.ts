import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/**
 * Hexo reads a date as the wall clock of the site's `timezone`, whatever offset is written (hexo-front-matter):
 * name that zone in `timeZone`. Hexo uses the key `source` itself, so the address is `from`. Nunjucks is turned off.
 */
export const hexo: Preset = {
  version: 1,
  id: 'hexo',
  label: 'Hexo',
  path: 'source/_posts/{{published | date:"YYYY-MM-DD",site}}-{{title | limit:50 | slug}}.md',
  slug: 'keep',
  header: 'yaml',
  frontMatter: [
    { key: 'title', value: '{{title}}', form: 'quoted' },
    { key: 'date', value: '{{published | wall:site}}', form: 'date' },
    { key: 'date_unknown', value: '{{undated}}', form: 'boolean' },
    { key: 'author', value: '{{author}}', form: 'quoted' },
    { key: 'from', value: '{{url}}', form: 'quoted' },
    { key: 'description', value: '{{description}}', form: 'quoted' },
    { key: 'tags', value: '{{tags}}', form: 'list', keepEmpty: true },
    { key: 'categories', value: '{{categories}}', form: 'list', keepEmpty: true },
    { key: 'disableNunjucks', value: 'true', form: 'boolean' },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, footnotes: false, callouts: false },
  highlights: 'html',
  images: { download: false, file: 'source/images/{{stem}}/{{image}}', link: '/images/{{stem}}/{{image}}' },
};
