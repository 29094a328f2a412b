// What has to end before this process may?
import type { Machine } from "./machine";

type Closing = () => Promise<void> | void;
type Holder = typeof globalThis & { [key]?: { readonly closings: Set<Closing>; begun: boolean } };
const key = Symbol.for("toolscope.shutdown");
const holder: Holder = globalThis;

/** Runs get so long to close their requests and calls, in milliseconds; what is still open then is closed at the next start. */
const mostRunsMs = 5_000;
/** Readers get so long to take what their runs ended with. */
const readersMs = 400;
const mostClosingMs = 2_500;

function shutdown() {
  holder[key] ??= { closings: new Set(), begun: false };
  return holder[key];
}

/** Has something ended with the process: connections, child processes. */
export function onShutdown(closing: Closing): void {
  shutdown().closings.add(closing);
}

/** True once the process is about to end: nothing new is begun then. */
export function isShuttingDown(): boolean {
  return shutdown().begun;
}

/**
 * Ends the process in order: every run is closed as interrupted and its readers are told, then the store and whatever
 * else is open. Takes less than ten seconds, whatever hangs.
 */
export function shutDownOnSignal(machine: () => Machine): void {
  const end = () => {
    const state = shutdown();
    if (state.begun) return;
    state.begun = true;
    void Promise.resolve()
      .then(() => shutDown(machine(), state.closings))
      .finally(() => process.exit(0));
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}

async function shutDown({ live, store }: Machine, closings: ReadonlySet<Closing>): Promise<void> {
  const running = live.all();
  for (const run of running) run.interrupt();
  await atMost(
    mostRunsMs,
    running.map((run) => run.done),
  );
  if (running.length > 0) await new Promise((resolve) => setTimeout(resolve, readersMs));
  await atMost(
    mostClosingMs,
    [...closings].map(async (closing) => closing()),
  );
  await atMost(mostClosingMs, [store.close()]);
}

async function atMost(ms: number, all: readonly Promise<unknown>[]): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, ms).unref());
  await Promise.race([Promise.allSettled(all), late]);
}
