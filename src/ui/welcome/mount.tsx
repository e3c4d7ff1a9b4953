import { render } from 'preact';
import type { Translator } from '../../i18n/translator.ts';
import { Translation } from '../shared/translation.tsx';
import type { WelcomePorts } from './ports.ts';
import { Welcome } from './welcome.tsx';

export function mountWelcome(ports: WelcomePorts, translator: Translator, document: Document): void {
  document.documentElement.lang = translator.language;
  document.title = translator.t('extensionShortName');
  render(
    <Translation.Provider value={translator}>
      <Welcome ports={ports} />
    </Translation.Provider>,
    document.body,
  );
}
