import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/** Logseq: page properties, since it rewrites YAML and breaks it when a title is put above (logseq issue 6958). */
export const logseq: Preset = {
  version: 1,
  id: 'logseq',
  label: 'Logseq',
  path: 'pages/{{title | filename}}.md',
  slug: 'keep',
  header: 'properties',
  frontMatter: [
    { key: 'source', value: '{{url}}', form: 'text' },
    { key: 'author', value: '{{authors}}', form: 'list' },
    { key: 'date', value: '{{stated | wall}}', form: 'date' },
    { key: 'description', value: '{{description}}', form: 'text' },
    { key: 'tags', value: '{{tags}}', form: 'list' },
  ],
  opening: '{{headline}}',
  body: 'markdown',
  dialect: { ...GFM, notes: 'logseq', callouts: false },
  highlights: 'marks',
  images: { download: false, file: 'assets/{{stem}}/{{image}}', link: '../assets/{{stem}}/{{image}}' },
};
