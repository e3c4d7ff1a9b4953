import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/**
 * Joplin's import of “Markdown + Front Matter” (3.5): one author, tags always a list, `created` the date of the note and
 * `updated` when it was clipped. It has no field for a description. Files in `_resources` become attachments.
 */
export const joplin: Preset = {
  version: 1,
  id: 'joplin',
  label: 'Joplin',
  path: '{{published | date:"YYYY-MM-DD"}} {{title | filename}}.md',
  slug: 'keep',
  header: 'yaml',
  frontMatter: [
    { key: 'title', value: '{{title}}', form: 'quoted' },
    { key: 'updated', value: '{{clipped}}', form: 'quoted' },
    { key: 'created', value: '{{published}}', form: 'quoted' },
    { key: 'source', value: '{{url}}', form: 'quoted' },
    { key: 'author', value: '{{author}}', form: 'quoted' },
    { key: 'tags', value: '{{tags}}', form: 'lines', keepEmpty: true },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, callouts: false, notes: 'joplin' },
  highlights: 'html',
  images: { download: false, file: '_resources/{{stem}}/{{image}}', link: '_resources/{{stem}}/{{image}}' },
};
