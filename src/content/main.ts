import { clipPage } from './clip-page.ts';
import { whenParsed } from './when-parsed.ts';

/** The build makes this the script's last expression, which `executeScript` hands back as its result. */
export default whenParsed(document, clipPage);
