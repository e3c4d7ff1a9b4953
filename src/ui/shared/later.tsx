import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LaterProps<Props> {
  /** Loads the view. The same function at every drawing. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  /** Drawn until the view is loaded. */
  readonly children?: ComponentChildren;
}

/** Draws a view whose code is loaded when it is first wanted. */
export function Later<Props>({ load, props, children }: LaterProps<Props>) {
  const [View, setView] = useState<ComponentType<Props> | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    void load().then((loaded) => {
      if (isCurrent) setView(() => loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [load]);
  return View ? <View {...(props as Props & object)} /> : children;
}
