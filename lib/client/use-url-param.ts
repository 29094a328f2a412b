// How does a component keep a piece of the view in the address?
import { useSyncExternalStore } from "react";
import { setUrlParam, subscribeUrl, urlParam } from "./url-params";

/**
 * @param fallback the value where the address says nothing; writing it takes the parameter out again
 * @returns the value and the way to change it, like `useState`
 */
export function useUrlParam(name: string, fallback: string): [string, (value: string) => void] {
  const value = useSyncExternalStore(
    subscribeUrl,
    () => urlParam(name, fallback),
    () => fallback,
  );
  return [value, (next) => setUrlParam(name, next === fallback ? "" : next)];
}
