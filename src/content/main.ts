import { clipDocument } from '../core/clip-document.ts';
import { modulesOf, requiredModules } from '../core/modules/modules.ts';
import { registerModule } from '../core/modules/registered-modules.ts';
import { clipPage } from './clip-page.ts';
import { whenParsed } from './when-parsed.ts';

/**
 * Clips the page. The build makes this the script's last expression, which `executeScript` hands back as its result. In
 * a page of the extension it registers what clips a document that was fetched instead: the package holds it once.
 */
export default location.protocol.endsWith('-extension:')
  ? registerModule(globalThis, { clip: { clipDocument, modulesOf, requiredModules } })
  : whenParsed(document, clipPage);
