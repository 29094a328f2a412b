// How does a component show something the API lists, with its loading and its failure?
import { useSyncExternalStore } from "react";
import { callApi } from "./api-call";

export type Resource<Value> =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: Value }
  | { readonly status: "error"; readonly message: string };

export type ApiResource<Value> = {
  /** The newest known value; the first component that asks starts the loading. */
  readonly use: () => Resource<Value>;
  /** Asks again; what is shown stays until the answer is there. */
  readonly reload: () => void;
  readonly current: () => Resource<Value>;
};

/**
 * @param read turns the answer into what is shown; what it cannot read is left out
 */
export function apiResource<Value>(path: string, read: (answer: unknown) => Value): ApiResource<Value> {
  let state: Resource<Value> = { status: "loading" };
  let asked = false;
  const listeners = new Set<() => void>();

  const show = (next: Resource<Value>) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const reload = async () => {
    asked = true;
    if (state.status === "error") show({ status: "loading" });
    const answer = await callApi(path);
    if (answer.ok) show({ status: "ready", value: read(answer.value) });
    else if (state.status !== "ready") show({ status: "error", message: answer.error.message });
  };

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    if (!asked) void reload();
    return () => listeners.delete(listener);
  };

  const loading: Resource<Value> = { status: "loading" };
  return {
    use: () =>
      useSyncExternalStore(
        subscribe,
        () => state,
        () => loading,
      ),
    reload: () => void reload(),
    current: () => state,
  };
}
