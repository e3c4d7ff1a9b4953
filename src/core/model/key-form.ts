/** How a value is written in the front matter. */
export const KEY_FORMS = ['text', 'quoted', 'list', 'lines', 'date', 'number', 'boolean', 'people'] as const;

export type KeyForm = (typeof KEY_FORMS)[number];
