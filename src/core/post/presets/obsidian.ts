import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/** Obsidian's properties (help, "Properties", "Tags"): dates without zone, tags without blanks, no nested values. */
export const obsidian: Preset = {
  version: 1,
  id: 'obsidian',
  label: 'Obsidian',
  path: 'Clippings/{{title | filename}}.md',
  slug: 'keep',
  header: 'yaml',
  frontMatter: [
    { key: 'title', value: '{{title}}', form: 'quoted' },
    { key: 'source', value: '{{url}}', form: 'quoted' },
    { key: 'author', value: '{{authors}}', form: 'lines', keepEmpty: true },
    { key: 'published', value: '{{stated | wall}}', form: 'date' },
    { key: 'created', value: '{{clipped | wall}}', form: 'date' },
    { key: 'description', value: '{{description}}', form: 'quoted' },
    { key: 'tags', value: '{{tags | tag}}', form: 'lines', keepEmpty: true },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, codeOpeners: ['<%'], notes: 'obsidian' },
  highlights: 'marks',
  images: { download: false, file: 'attachments/{{stem}}/{{image}}', link: 'attachments/{{stem}}/{{image}}' },
};
