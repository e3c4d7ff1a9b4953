import { clipDocument } from '../core/clip-document.ts';
import { modulesOf, requiredModules } from '../core/modules/modules.ts';
import { registerModule } from '../core/modules/registered-modules.ts';
import { clipPage } from './clip-page.ts';
import { whenParsed } from './when-parsed.ts';

// For pages of the extension, and for the script that reads further pages: the package holds it once.
registerModule(globalThis, { clip: { clipDocument, modulesOf, requiredModules } });

/**
 * Clips the page. The build makes this the script's last expression, which `executeScript` hands back as its result. A page
 * of the extension is not clipped.
 */
export default location.protocol.endsWith('-extension:') || whenParsed(document, clipPage);
