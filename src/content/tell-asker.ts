import type { BetweenSlices } from './in-slices.ts';

/** The part of the extension API that this needs. */
interface Runtime {
  readonly lastError?: unknown;
  connect(): Port;
}

interface Port {
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
  disconnect(): void;
}

/** A clip that takes longer than this, in milliseconds of work, tells how far it is. */
const SLOW_MS = 800;

/** The share of the work after which it is told again. */
const TOLD_AGAIN = 0.01;

export interface Asker {
  /** Tells it how far the clip is. False when it has stopped the clip, was closed, or never listened. */
  readonly goesOn: BetweenSlices;
  /** Ends the connection. */
  end(): void;
}

/**
 * Connects the clip to whoever asked for it, once it takes long. Without an extension around it, it just goes on.
 *
 * @param find called where it takes long only: a browser sets up each part of its API at the first look at it.
 */
export function tellAsker(find: () => Runtime | undefined = ownRuntime): Asker {
  let port: Port | undefined;
  let isGone = false;
  let told = 0;
  const connect = (to: Runtime | undefined): Port | undefined => {
    const opened = to?.connect();
    opened?.onDisconnect.addListener(() => {
      isGone = true;
      // Chromium complains of an error that nobody has read.
      void to?.lastError;
    });
    return opened;
  };
  return {
    goesOn(worked, share) {
      if (worked < SLOW_MS || isGone) return !isGone;
      const isFirst = !port;
      port ??= connect(find());
      if (port && (isFirst || share >= told + TOLD_AGAIN)) {
        told = share;
        port.postMessage(share);
      }
      return true;
    },
    end: () => port?.disconnect(),
  };
}

/** Absent in a world without the extension, and after it was reloaded. */
function ownRuntime(): Runtime | undefined {
  const runtime: Partial<Runtime> | undefined = Reflect.get(globalThis, 'chrome')?.runtime;
  return runtime?.connect && (runtime as Runtime);
}
