/** A worker's life: every call to the outside is a step, and at one of them it is killed. */
export interface Life {
  /** Steps begun so far. */
  readonly steps: number;
  readonly killed: Promise<void>;
  /** Calls `act` at the kill, before anything else can happen. */
  onKill(act: () => void): void;
  /** Does `work` unless that life is over; what was going on at the kill is never heard of. */
  step<T>(work: () => Promise<T>): Promise<T>;
}

/** Killed at step n: `before` the call was made, or `after` it was done but before anyone heard of it. */
export function life(killAt: number, when: 'before' | 'after'): Life {
  let steps = 0;
  let isOver = false;
  let die: () => void = () => {};
  const acts: (() => void)[] = [];
  const killed = new Promise<void>((resolve) => {
    die = () => {
      isOver = true;
      for (const act of acts) act();
      resolve();
    };
  });
  const never = <T>(): Promise<T> => new Promise(() => {});
  return {
    get steps() {
      return steps;
    },
    killed,
    onKill(act) {
      acts.push(act);
    },
    async step(work) {
      if (isOver) return never();
      steps++;
      const isLast = steps === killAt;
      if (isLast && when === 'before') {
        die();
        return never();
      }
      try {
        return await work();
      } finally {
        if (isLast) die();
        if (isOver) await never();
      }
    },
  };
}

/** Everything that an object does becomes a step of that life, and so does what its answers do. */
export function mortal<T extends object>(it: T, { step }: Pick<Life, 'step'>, deep: readonly string[] = []): T {
  return new Proxy(it, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function' || name === 'values' || name === 'addListener') return value;
      return async (...args: unknown[]) => {
        const answer: unknown = await step(async () => Reflect.apply(value, target, args));
        const goesOn = typeof answer === 'object' && answer !== null && deep.includes(String(name));
        return goesOn ? mortal(answer, { step }, deep) : answer;
      };
    },
  });
}
