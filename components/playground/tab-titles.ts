// What are the tabs of a run called?
import type { RunTab } from "./commands";

export const tabTitles: Record<RunTab, string> = {
  transcript: "Transcript",
  timeline: "Timeline",
  headers: "Headers",
  log: "Log",
};
