import { GFM } from '../../model/dialect.ts';
import type { Preset } from '../../model/preset.ts';

/**
 * A Markdown file for any reader: no front matter, headline and byline as text. Notes are a list: a reader without
 * footnotes takes `[^1]: word` for a link's definition, and the word is gone.
 */
export const plain: Preset = {
  version: 1,
  id: 'plain',
  label: 'Markdown',
  path: '{{published | date:"YYYY-MM-DD"}} {{title | filename}}.md',
  slug: 'keep',
  header: 'none',
  frontMatter: [],
  opening: '{{headline}}\n\n{{author}}{{stated | date:"YYYY-MM-DD" | prefix:" · "}}',
  body: 'markdown',
  dialect: { ...GFM, footnotes: false },
  highlights: 'quotes',
  images: { download: false, file: 'images/{{stem}}/{{image}}', link: 'images/{{stem}}/{{image}}' },
};
