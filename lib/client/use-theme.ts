// Which theme did the user choose, and how is another one chosen?
import { useSyncExternalStore } from "react";
import { themeKey } from "./first-script";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** @returns the chosen theme and the way to choose another; the page follows at once, other tabs too */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, storedTheme, () => "system" as const);
  return [theme, chooseTheme];
}

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(themeKey, theme);
  } catch (error) {
    console.warn("The theme cannot be remembered: this browser keeps no local storage.", error);
  }
  window.dispatchEvent(new Event(themeKey));
}

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(themeKey);
    return themes.find((theme) => theme === stored) ?? "system";
  } catch {
    // A browser that blocks storage shows the system's theme.
    return "system";
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(themeKey, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(themeKey, listener);
    window.removeEventListener("storage", listener);
  };
}
