// How is a body watched while it passes, and ended early where it has to be?

export type WatchedStream = {
  readonly stream: ReadableStream<Uint8Array>;
  /** Hands these last bytes over and ends well, whatever the source still had. */
  readonly finish: (last: string) => void;
};

/**
 * @param take looks at each chunk; an error it throws becomes that of the stream
 * @param ended called once, when the stream is over, however it ended
 */
export function watchedStream(
  source: ReadableStream<Uint8Array>,
  take: (chunk: Uint8Array) => void,
  ended: () => void,
): WatchedStream {
  const reader = source.getReader();
  let over = false;
  let finished: string | null = null;
  let wake: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const end = () => {
    if (over) return;
    over = true;
    ended();
  };
  const stop = () => void reader.cancel().catch(() => undefined);
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const part = await Promise.race([reader.read(), asked.then(() => null)]);
        if (part === null) {
          stop();
          controller.enqueue(new TextEncoder().encode(finished ?? ""));
        }
        if (part === null || part.done) {
          end();
          controller.close();
          return;
        }
        take(part.value);
        controller.enqueue(part.value);
      } catch (error) {
        stop();
        end();
        controller.error(error);
      }
    },
    cancel: () => {
      stop();
      end();
    },
  });
  return {
    stream,
    finish: (last) => {
      finished = last;
      wake();
    },
  };
}
