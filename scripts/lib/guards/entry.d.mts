import type { Edit, Entry } from "./groups.mjs";

export function editsOf(entry: Entry): readonly Edit[];
export function edited(text: string, edit: Edit): string;
export function runnerOf(entry: Entry): "unit" | "e2e" | "faults";
export function filterOf(entry: Entry, root: string): string | undefined;
