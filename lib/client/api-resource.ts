// How does a component show something the API lists, with its loading and its failure?
import { useSyncExternalStore } from "react";
import { callApi } from "./api-call";

export type Resource<Value> =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: Value }
  | { readonly status: "error"; readonly message: string };

export type ApiResource<Value> = {
  readonly current: () => Resource<Value>;
  /** The first that listens starts the loading. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks again; what is shown stays until the answer is there. */
  readonly reload: () => void;
};

const loading = { status: "loading" } as const;

/**
 * @param read turns the answer into what is shown; what it cannot read is left out
 */
export function apiResource<Value>(path: string, read: (answer: unknown) => Value): ApiResource<Value> {
  let state: Resource<Value> = loading;
  let asked = false;
  const listeners = new Set<() => void>();

  const show = (next: Resource<Value>) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const reload = async () => {
    asked = true;
    if (state.status === "error") show(loading);
    const answer = await callApi(path);
    if (answer.ok) show({ status: "ready", value: read(answer.value) });
    else if (state.status !== "ready") show({ status: "error", message: answer.error.message });
  };

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    if (!asked) void reload();
    return () => listeners.delete(listener);
  };

  return { current: () => state, subscribe, reload: () => void reload() };
}

/** @returns the newest known value of a resource; asking for it loads it */
export function useResource<Value>(resource: ApiResource<Value>): Resource<Value> {
  return useSyncExternalStore(resource.subscribe, resource.current, () => loading);
}
