import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/** Jekyll, in the form of the archives that Jianbao was made for: the default. */
export const jekyll: Preset = {
  version: 1,
  id: 'jekyll',
  label: 'Jekyll',
  path: '_posts/{{published | date:"YYYY-MM-DD"}}-{{title | limit:50 | slug}}.md',
  slug: 'keep',
  header: 'yaml',
  frontMatter: [
    { key: 'layout', value: 'post', form: 'text' },
    { key: 'title', value: '{{title}}', form: 'quoted' },
    { key: 'date', value: '{{published}}', form: 'date' },
    { key: 'author', value: '{{author}}', form: 'text' },
    { key: 'from', value: '{{url}}', form: 'text' },
    { key: 'tags', value: '{{tags}}', form: 'list', keepEmpty: true },
    { key: 'categories', value: '{{categories}}', form: 'list', keepEmpty: true },
  ],
  opening: '<!--{{instant}}-->\n\n{{headline}}',
  body: 'markdown',
  dialect: { ...GFM, codeOpeners: ['{{', '{%', '<%'], callouts: false, inlineMaths: '$$', kramdown: true },
  highlights: 'html',
  images: { download: false, file: 'assets/{{stem}}/{{image}}', link: '/assets/{{stem}}/{{image}}' },
};
