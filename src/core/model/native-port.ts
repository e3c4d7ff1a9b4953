/** A program on the user's computer that the browser started for the extension, as the browser exposes it. */
export interface NativePort {
  send(message: unknown): void;
  /** Ends it; `onEnd` is not called then. */
  close(): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called with the browser's reason when the program could not be started, or has ended. */
  onEnd(listener: (reason: string) => void): void;
}
