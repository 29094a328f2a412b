// Has anything been said yet, so that the place for messages is needed?
import { useSyncExternalStore } from "react";
import { hasHadToasts, subscribeToasts } from "./toast-queue";

export function useHasToasts(): boolean {
  return useSyncExternalStore(subscribeToasts, hasHadToasts, () => false);
}
