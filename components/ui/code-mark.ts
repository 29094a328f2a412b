// What does the code editor show in and beside its text?

/** Something said about a part of the text, by its place in characters or else by its line, counted from 1. */
export type CodeMark = { readonly severity: "error" | "warning" | "info"; readonly message: string } & (
  | { readonly from: number; readonly to: number }
  | { readonly line: number }
);

/** What may be typed next. */
export type CodeSuggestion = { readonly label: string; readonly detail: string; readonly text: string };
