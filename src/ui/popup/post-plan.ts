import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Article } from '../../core/model/article.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { StoryCounts } from '../../core/text/story-counts.ts';
import { articleOf, type Edit, markdownOf } from './edit.ts';
import { draftOfEdit, type PopupState } from './model.ts';
import type { PopupPorts } from './ports.ts';

interface PostPlanDeps {
  readonly ports: Pick<PopupPorts, 'pathOfPost' | 'countStory' | 'picturesOf' | 'hostsToAskFor'>;
  /** Unix milliseconds. */
  readonly clippedAt: number;
  readonly presetOf: (id: string) => Preset;
}

/** What is known of the post before it is saved. Follows the edit. */
export interface PostPlan {
  /** The path of the post, below the target. */
  readonly path: ReadonlySignal<string | undefined>;
  /** What its text holds. */
  readonly counts: ReadonlySignal<StoryCounts | undefined>;
  /** Hosts that Save will ask for, so that the pictures can be stored beside the post. */
  readonly picturesFrom: ReadonlySignal<readonly string[]>;
  /** The addresses of the pictures themselves. */
  picturesToFetch(): readonly string[];
}

export function createPostPlan(
  state: ReadonlySignal<PopupState>,
  { ports, clippedAt, presetOf }: PostPlanDeps,
): PostPlan {
  const path = signal<string | undefined>(undefined);
  const counts = signal<StoryCounts | undefined>(undefined);
  const picturesFrom = signal<readonly string[]>([]);
  let picturesToFetch: readonly string[] = [];

  /** The same edit in another state has the same path. */
  const edit = computed(() => (state.value.phase === 'editing' ? state.value.edit : undefined));

  effect(() => {
    if (edit.value) void showPath(edit.value);
  });

  const markdown = computed(() => edit.value && markdownOf(edit.value));

  effect(() => {
    if (markdown.value !== undefined) void showCounts(markdown.value);
  });

  /** The article whose pictures are to be kept beside the post; nothing where the preset leaves them links. */
  const pictured = computed(() =>
    state.value.phase === 'editing' && presetOf(state.value.edit.presetId).images.download
      ? articleOf(state.value.edit)
      : undefined,
  );

  effect(() => void showHosts(pictured.value));

  async function showHosts(article: Article | undefined): Promise<void> {
    const urls = article ? await ports.picturesOf(article) : [];
    const hosts = urls.length === 0 ? [] : await ports.hostsToAskFor(urls);
    if (pictured.peek() !== article) return;
    picturesToFetch = urls;
    picturesFrom.value = hosts;
  }

  async function showPath(edit: Edit): Promise<void> {
    const planned = await ports.pathOfPost(draftOfEdit(edit, clippedAt), presetOf(edit.presetId));
    const isCurrent = state.value.phase === 'editing' && state.value.edit === edit;
    if (isCurrent) path.value = planned;
  }

  async function showCounts(text: string): Promise<void> {
    const counted = await ports.countStory(text);
    if (markdown.peek() === text) counts.value = counted;
  }

  return { path, counts, picturesFrom, picturesToFetch: () => picturesToFetch };
}
