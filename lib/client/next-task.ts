// How does work in portions let the page have its turn? A timer would wait longer each time.

/** Resolves in a task of its own: clicks, paints and whatever else waits come first. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
