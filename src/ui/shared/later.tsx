import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import { FailureText } from './failure-text.tsx';

interface LaterProps<Props> {
  /** Loads the view. The same function at every drawing. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  /** Drawn until the view is loaded. */
  readonly children?: ComponentChildren;
}

/** Draws a view whose code is loaded when it is first wanted, or says why it cannot be loaded. */
export function Later<Props>({ load, props, children }: LaterProps<Props>) {
  const [View, setView] = useState<ComponentType<Props> | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (loaded) => isCurrent && setView(() => loaded),
      (error: unknown) => isCurrent && setFailure(toFailure(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [load]);
  if (failure) {
    return (
      <p role="alert">
        <FailureText failure={failure} />
      </p>
    );
  }
  return View ? <View {...(props as Props & object)} /> : children;
}
