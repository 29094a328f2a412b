// How has this user arranged the page, from one visit to the next?
import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { isJsonObject } from "@/lib/protocol/json-object";
import { flagOf, numberOf } from "./json-fields";
import { useMediaQuery } from "./use-media-query";

export type View = {
  readonly setupOpen: boolean;
  /** Widths of the side panes in px. */
  readonly setupWidth: number;
  readonly inspectorWidth: number;
  readonly toolListWidth: number;
  readonly toolSideWidth: number;
  /** The same on a narrow window, where the setup lies over the run: never remembered, it would hide what one came for. */
  readonly setupSheet: boolean;
  /** Keys without a modifier (`?`, `1` to `4`, ...) can be switched off: they get in the way of speech input. */
  readonly singleKeys: boolean;
  /** How many times as fast as it went a run is played back. */
  readonly playbackSpeed: number;
  /** Which sections of the setup differ from how they stand at first. */
  readonly sections: Readonly<Record<string, boolean>>;
};

export const defaultView: View = {
  setupOpen: true,
  setupWidth: 340,
  inspectorWidth: 460,
  toolListWidth: 264,
  toolSideWidth: 432,
  setupSheet: false,
  singleKeys: true,
  playbackSpeed: 1,
  sections: {},
};

export const viewStore = createStore<View>()(
  persist((): View => defaultView, {
    name: "toolscope:view",
    version: 1,
    migrate: readView,
    merge: readView,
  }),
);

function readView(stored: unknown): View {
  const fields = isJsonObject(stored) ? stored : {};
  const sections = isJsonObject(fields.sections) ? Object.entries(fields.sections) : [];
  return {
    setupOpen: flagOf(fields.setupOpen, defaultView.setupOpen),
    setupWidth: numberOf(fields.setupWidth, null) ?? defaultView.setupWidth,
    inspectorWidth: numberOf(fields.inspectorWidth, null) ?? defaultView.inspectorWidth,
    toolListWidth: numberOf(fields.toolListWidth, null) ?? defaultView.toolListWidth,
    toolSideWidth: numberOf(fields.toolSideWidth, null) ?? defaultView.toolSideWidth,
    setupSheet: false,
    singleKeys: flagOf(fields.singleKeys, defaultView.singleKeys),
    playbackSpeed: numberOf(fields.playbackSpeed, null) ?? defaultView.playbackSpeed,
    sections: Object.fromEntries(
      sections.flatMap(([name, open]) => (typeof open === "boolean" ? [[name, open]] : [])),
    ),
  };
}

export function useView<T>(pick: (view: View) => T): T {
  return useStore(viewStore, pick);
}

export function changeView(change: Partial<View>): void {
  viewStore.setState(change);
}

/** The window widths at which setup and inspector have room beside the run. */
export const setupFits = "(min-width: 860px)";
export const inspectorFits = "(min-width: 1280px)";

/** Shows or hides the setup, as a pane or as a sheet. */
export function showSetup(open: boolean): void {
  viewStore.setState(window.matchMedia(setupFits).matches ? { setupOpen: open } : { setupSheet: open });
}

/** @returns true while the setup is in sight */
export function useSetupShown(): boolean {
  const fits = useMediaQuery(setupFits);
  return useStore(viewStore, (view) => (fits ? view.setupOpen : view.setupSheet));
}

/** Remembers whether a section of the setup stands open. */
export function openSection(name: string, open: boolean): void {
  viewStore.setState(({ sections }) => ({ sections: { ...sections, [name]: open } }));
}
