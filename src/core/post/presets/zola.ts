import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/**
 * Zola: TOML, in which it refuses unknown top-level keys (since 0.19), so that ours are in `[extra]`. `tags` has to be one
 * of the `taxonomies` of the site's `zola.toml`. Shortcodes run inside code too.
 */
export const zola: Preset = {
  version: 1,
  id: 'zola',
  label: 'Zola',
  path: 'content/posts/{{published | date:"YYYY-MM-DD"}}-{{title | limit:50 | slug}}/index.md',
  slug: 'keep',
  header: 'toml',
  frontMatter: [
    { key: 'title', value: '{{title}}', form: 'text' },
    { key: 'date', value: '{{published}}', form: 'date' },
    { key: 'authors', value: '{{authors}}', form: 'list' },
    { key: 'description', value: '{{description}}', form: 'text' },
    { key: 'taxonomies.tags', value: '{{tags}}', form: 'list', keepEmpty: true },
    { key: 'extra.source', value: '{{url}}', form: 'text' },
    { key: 'extra.date_unknown', value: '{{undated}}', form: 'boolean' },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, codeOpeners: ['{{', '{%'], callouts: false },
  highlights: 'quotes',
  images: { download: false, file: 'content/posts/{{stem}}/{{image}}', link: '{{image}}' },
};
