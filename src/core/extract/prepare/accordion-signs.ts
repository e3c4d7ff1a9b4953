/** What tells that a page may have an accordion, or a text that a press continues. */
export const ACCORDION_SIGNS =
  'h2 button, h3 button, h4 button, h5 button, dt button, dt a[href^="#"], dd[hidden], [data-toggle="collapse"], [data-bs-toggle="collapse"], [class*="accordion" i], [class*="faq" i], [style*="display"] ~ :is(button, [role="button"]), :is(main, article) :is([aria-expanded], [aria-controls], label[for], [hidden] ~ button, [hidden] ~ div button)';
