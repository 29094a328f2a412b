// What if the browser has no room left for what is to be kept?
import { create } from "zustand";
import { createJSONStorage, type PersistStorage } from "zustand/middleware";

/** True from the first thing that could not be kept until something could be again. */
export const useStorageFull = create<{ readonly full: boolean }>(() => ({ full: false }));

/** The browser's local storage, which refuses where it is full: then the page goes on, and says so. */
export function keptStorage<State>(): PersistStorage<State> | undefined {
  return createJSONStorage<State>(() => ({
    getItem: (name) => localStorage.getItem(name),
    removeItem: (name) => localStorage.removeItem(name),
    setItem: (name, value) => {
      try {
        localStorage.setItem(name, value);
        if (useStorageFull.getState().full) useStorageFull.setState({ full: false });
      } catch {
        // A quota, or a browser that keeps nothing at all: what is on screen stays.
        useStorageFull.setState({ full: true });
      }
    },
  }));
}
