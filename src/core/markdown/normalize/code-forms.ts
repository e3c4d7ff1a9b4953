/** What may hold a block of code in a page. */
export const CODE_FORMS = 'pre, td.code, td.blob-code, td.hljs-ln-code, code br';
