// How does code that the first screen can do without come later, and yet leave no gap where it is wanted?
import { useSyncExternalStore } from "react";

export type OnDemand<Module> = {
  /** Starts loading, once; after a failure the next call tries again. */
  readonly load: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => Module | null;
};

/** Loads when asked to, or else when the browser has nothing better to do. */
export function onDemand<Module>(start: () => Promise<Module>): OnDemand<Module> {
  let module: Module | null = null;
  let loading = false;
  let planned = false;
  const listeners = new Set<() => void>();
  const load = () => {
    if (loading) return;
    loading = true;
    start().then(
      (loaded) => {
        module = loaded;
        for (const listener of listeners) listener();
      },
      () => {
        loading = false;
      },
    );
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    if (!planned) whenIdle(load);
    planned = true;
    return () => listeners.delete(listener);
  };
  return { load, subscribe, current: () => module };
}

/** @returns null until it is there; then it is there in the same render: nothing falls back, nothing flickers */
export function useOnDemand<Module>({ subscribe, current }: OnDemand<Module>): Module | null {
  return useSyncExternalStore(subscribe, current, current);
}

/** Safari cannot say when it is idle: there a while has to do. */
export function whenIdle(action: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(action, { timeout: 10_000 });
  else setTimeout(action, 2_000);
}
