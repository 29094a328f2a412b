// Which run does the address name?
import { useSyncExternalStore } from "react";
import { subscribeUrl } from "./url-params";

/** @returns the id in `/runs/{id}`; null on every other path */
function runIdOf(path: string): string | null {
  const id = /^\/runs\/([^/]+)\/?$/.exec(path)?.[1];
  return id === undefined ? null : decodeURIComponent(id);
}

/** @returns the run the address names now */
export function useRunId(): string | null {
  return useSyncExternalStore(
    subscribeUrl,
    () => runIdOf(window.location.pathname),
    () => null,
  );
}
