import { type Signal, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/model/article.ts';
import type { Tab } from '../../../src/platform/tabs.ts';
import { createPanelStore } from '../../../src/ui/panel/store.ts';
import { change, type PopupState, receiveAnswer, startReading } from '../../../src/ui/popup/model.ts';
import type { PopupStore } from '../../../src/ui/popup/store.ts';

const article: Article = {
  pageUrl: 'https://harbour.example/2026/ferry',
  url: 'https://harbour.example/2026/ferry',
  title: { value: 'New ferries', origin: 'meta' },
  authors: { value: [], origin: 'none' },
  siteName: { value: 'Harbour Times', origin: 'meta' },
  language: { value: 'en', origin: 'html-lang' },
  description: { value: '', origin: 'none' },
  keywords: { value: [], origin: 'none' },
  section: { value: '', origin: 'none' },
  html: '<p>Text.</p>',
  markdown: 'Text.',
  text: 'Text.',
  images: [],
  direction: 'ltr',
  trace: [],
  warnings: [],
};

const tab = (id: number, path: string): Tab => ({ id, url: `https://harbour.example/${path}`, title: path });

/** The part of an editor's store that the panel looks at. */
interface Editor extends Pick<PopupStore, 'state'> {
  readonly state: Signal<PopupState>;
}

function open() {
  const editors: Editor[] = [];
  const closed: PopupStore[] = [];
  let active: Tab | undefined;
  const panel = createPanelStore({
    activeTab: async () => active,
    async openEditor({ url, title }) {
      const reading = startReading({ url, title });
      const state = receiveAnswer(reading, { ok: true, pageUrl: url, article }, 'jekyll');
      const editor: Editor = { state: signal<PopupState>(state) };
      editors.push(editor);
      return editor as PopupStore;
    },
    closeEditor: (editor) => void closed.push(editor),
  });
  const type = (editor: Editor | undefined, title: string): void => {
    if (editor?.state.value.phase === 'editing') editor.state.value = change(editor.state.value, { title });
  };
  const showTab = (shown: Tab | undefined): void => {
    active = shown;
  };
  return { panel, editors, closed, type, showTab };
}

describe('the side panel', () => {
  it('shows the page of a press, and says when the window shows another', async () => {
    const { panel, editors } = open();
    await panel.follow(tab(1, 'ferry'));
    expect(panel.shown.value).toBe(editors[0]);
    panel.noteOtherPage();
    expect(panel.isElsewhere.value).toBe(true);
    expect(panel.shown.value).toBe(editors[0]);
    await panel.follow(tab(2, 'bell'));
    expect(panel.shown.value).toBe(editors[1]);
    expect(panel.isElsewhere.value).toBe(false);
  });

  it('says so too when the window goes on while an editor is being opened', async () => {
    const { panel, editors } = open();
    const following = panel.follow(tab(1, 'ferry'));
    panel.noteOtherPage();
    await following;
    expect(panel.shown.value).toBe(editors[0]);
    expect(panel.isElsewhere.value).toBe(true);
  });

  it('keeps what was typed when it shows another page, and goes back to it', async () => {
    const { panel, editors, type } = open();
    await panel.follow(tab(1, 'ferry'));
    type(editors[0], 'My own title');
    await panel.follow(tab(2, 'bell'));
    expect(panel.left.value).toEqual([editors[0]]);
    panel.goBackTo(panel.left.value[0] as PopupStore);
    expect(panel.shown.value).toBe(editors[0]);
    expect(panel.left.value).toEqual([]);
  });

  it('forgets an editor in which nothing was typed', async () => {
    const { panel } = open();
    await panel.follow(tab(1, 'ferry'));
    await panel.follow(tab(2, 'bell'));
    expect(panel.left.value).toEqual([]);
  });

  it('closes each editor that it drops, once, and none that one can go back to', async () => {
    const { panel, editors, closed, type } = open();
    await panel.follow(tab(1, 'ferry'));
    type(editors[0], 'My own title');
    await panel.follow(tab(2, 'bell'));
    expect(closed).toEqual([]);
    await panel.follow(tab(3, 'quay'));
    expect(closed).toEqual([editors[1]]);
    panel.goBackTo(panel.left.value[0] as PopupStore);
    await panel.follow(tab(1, 'ferry'));
    expect(closed).toEqual([editors[1], editors[0], editors[2]]);
    await Promise.all([panel.follow(tab(2, 'bell')), panel.follow(tab(3, 'quay'))]);
    expect(closed).toEqual([editors[1], editors[0], editors[2], editors[4], editors[3]]);
    expect(panel.shown.value).toBe(editors[5]);
  });

  it('has one editor for a page that is pressed on twice', async () => {
    const { panel, editors, type } = open();
    await panel.follow(tab(1, 'ferry'));
    type(editors[0], 'My own title');
    await panel.follow(tab(1, 'ferry#part'));
    expect(panel.shown.value).toBe(editors[1]);
    expect(panel.left.value).toEqual([]);
  });

  it('asks for the press where the browser does not let the page be read, and stays on what it shows', async () => {
    const { panel, editors, showTab } = open();
    await panel.follow(tab(1, 'ferry'));
    showTab({ id: 2, url: '', title: '' });
    await panel.followActive();
    expect(panel.needsPress.value).toBe(true);
    expect(panel.shown.value).toBe(editors[0]);
    await panel.follow(tab(2, 'bell'));
    expect(panel.needsPress.value).toBe(false);
    expect(panel.shown.value).toBe(editors[1]);
  });
});
