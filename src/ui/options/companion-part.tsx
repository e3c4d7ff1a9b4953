import { useState } from 'preact/hooks';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { OptionsStore } from './store.ts';

/** Offers a folder where the browser has none: a program that writes the files, and how to install it. */
export function CompanionPart({ store }: { readonly store: OptionsStore }) {
  const { t } = useTranslator();
  const { failure } = store.state.value;
  return (
    <div class="companion">
      <p class="note">{store.canPickFolders ? t('companionToo') : t('companionWhy')}</p>
      <p class="actions">
        <button type="button" class="button" onClick={store.connectCompanion}>
          {t('connectCompanion')}
        </button>
      </p>
      {failure?.code === 'companion-missing' && <SetUp store={store} />}
    </div>
  );
}

function SetUp({ store }: { readonly store: OptionsStore }) {
  const { t } = useTranslator();
  const [isCopied, setCopied] = useState(false);
  return (
    <div class="set-up" role="status">
      <p>
        {t('failure_companion_missing')} {t('companionSetUp')}
      </p>
      <p class="command">
        <code>{store.companionCommand}</code>
        <button
          type="button"
          class="button plain"
          onClick={async () => setCopied(await store.copy(store.companionCommand))}
        >
          <Icon name={isCopied ? 'check' : 'copy'} />
          {isCopied ? t('commandCopied') : t('copyCommand')}
        </button>
      </p>
    </div>
  );
}
