import { linksOfPage } from '../core/page-links.ts';
import { rootOf } from './snapshot.ts';

/** The build makes this the script's last expression, which `executeScript` hands back as its result. */
export default linksOfPage(rootOf(document), location.href);
