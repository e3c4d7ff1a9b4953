import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/**
 * TiddlyWiki (5.4, with its Markdown plugin): a Markdown file and beside it a file of fields. Dates are UTC, to the
 * millisecond, without separators. `tiddlers` is the folder that a wiki on Node.js loads.
 */
export const tiddlywiki: Preset = {
  version: 1,
  id: 'tiddlywiki',
  label: 'TiddlyWiki',
  path: 'tiddlers/{{published | date:"YYYY-MM-DD"}} {{title | filename}}.md',
  slug: 'keep',
  header: 'fields',
  frontMatter: [
    { key: 'title', value: '{{title}}', form: 'text' },
    { key: 'type', value: 'text/markdown', form: 'text' },
    { key: 'created', value: '{{published | utc | date:"YYYYMMDDHHmmss[000]"}}', form: 'text' },
    { key: 'modified', value: '{{clipped | utc | date:"YYYYMMDDHHmmss[000]"}}', form: 'text' },
    { key: 'date-unknown', value: '{{undated}}', form: 'text' },
    { key: 'author', value: '{{author}}', form: 'text' },
    { key: 'source', value: '{{url}}', form: 'text' },
    { key: 'description', value: '{{description}}', form: 'text' },
    { key: 'tags', value: '{{tags}}', form: 'list', keepEmpty: true },
  ],
  opening: '',
  body: 'markdown',
  dialect: { ...GFM, taskLists: false, callouts: false, notes: 'tiddlywiki' },
  highlights: 'quotes',
  images: { download: false, file: 'files/{{stem}}/{{image}}', link: 'files/{{stem}}/{{image}}' },
};
