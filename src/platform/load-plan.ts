import { PLAN_MODULE } from '../core/model/module-names.ts';
import type { RegisteredModules } from '../core/modules/registered-modules.ts';
import { loadModules } from './load-modules.ts';

type Plan = RegisteredModules['plan'];

/**
 * Returns a function that loads what plans a post into an extension page. Most popups want it once, when the clip can be
 * edited: it is dropped then. From the second time on, as somebody is editing, it is kept.
 *
 * @throws {Error} (the function) where the script is missing from the package.
 */
export function planLoader(load = loadPlan): () => Promise<Plan> {
  let loading: Promise<Plan> | undefined;
  let isKept = false;
  return () => {
    loading ??= load().then(
      (plan) => {
        if (!isKept) loading = undefined;
        isKept = true;
        return plan;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
}

async function loadPlan(): Promise<Plan> {
  return (await loadModules([PLAN_MODULE])).plan;
}
