import { dropNamed, holdsStory } from '../clean/drop-named.ts';
import { nameTable } from '../clean/names.ts';
import { hasTextBeside } from '../clean/part-of-story.ts';
import { type PassContext, remove } from '../clean/pass.ts';

const LANDMARKS =
  'nav, [role="navigation"], [role="menu"], [role="menubar"], [role="banner"], [role="contentinfo"], [role="search"]';

const NAVIGATION_NAMES = nameTable(`
  nav navbar navi navigation mainnav subnav topnav menu mainmenu submenu breadcrumb breadcrumbs bread-crumb*
  crumbs you-are-here pagination pager paging page-links prev-next next-prev nextprev prevnext skip-link
  skiplink* site-header siteheader masthead topbar top-bar site-footer sitefooter page-footer pagefooter
  footer-* global-footer main-footer colophon search-form searchform search-box language-switch* lang-switch*
`);

/** True for the site's own footer. It holds no story, however short the page's story is. */
function isPageFooter(footer: Element): boolean {
  return !footer.closest('main, article') && footer.querySelector('h1, main, article') === null;
}

/** Menus, breadcrumbs, page numbers, the site's own header and footer. */
export function navigation(root: Element, context: PassContext): void {
  for (const element of Array.from(root.querySelectorAll(LANDMARKS))) {
    if (!root.contains(element) || holdsStory(element, context)) continue;
    remove(element, 'navigation', element.getAttribute('role') ?? element.tagName.toLowerCase(), context);
  }
  for (const footer of Array.from(root.querySelectorAll('footer, [role="contentinfo"]'))) {
    if (!root.contains(footer) || (holdsStory(footer, context, 0.1) && !isPageFooter(footer))) continue;
    remove(footer, 'navigation', 'footer', context);
  }
  // What leads nowhere is not navigation: the menu of a meal.
  dropNamed('navigation', NAVIGATION_NAMES, root, context, 0.15, (element) => {
    return !element.querySelector('a, button') && hasTextBeside(element);
  });
}
