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
 * @param read turns the answer into what is shown, at once or after loading what it needs to; what it cannot read is
 *   left out
 */
export function apiResource<Value>(
  path: string,
  read: (answer: unknown) => Value | Promise<Value>,
): ApiResource<Value> {
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
    const next = answer.ok ? await readAnswer(answer.value, read) : failed(answer.error.message);
    if (next.status === "ready" || state.status !== "ready") show(next);
  };

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    if (!asked) void reload();
    return () => listeners.delete(listener);
  };

  return { current: () => state, subscribe, reload: () => void reload() };
}

async function readAnswer<Value>(
  answer: unknown,
  read: (answer: unknown) => Value | Promise<Value>,
): Promise<Resource<Value>> {
  try {
    return { status: "ready", value: await read(answer) };
  } catch (error) {
    return failed(`A part of the page could not be loaded (${String(error)}). Reload the page.`);
  }
}

function failed(message: string) {
  return { status: "error", message } as const;
}

/** @returns the newest known value of a resource; asking for it loads it */
export function useResource<Value>(resource: ApiResource<Value>): Resource<Value> {
  return useSyncExternalStore(resource.subscribe, resource.current, () => loading);
}
