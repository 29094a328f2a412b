// How is the code editor put together: language, completion, marks, looks?
import {
  autocompletion,
  type Completion,
  type CompletionSource,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { CodeMark, CodeSuggestion } from "./code-mark";
import { pageNonce } from "./page-nonce";

export type CodeLanguage = "json" | "javascript";

export type CodeSetting = {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly language: CodeLanguage;
  readonly attributes: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
  /** What may stand at a place of the text. */
  readonly suggest: (text: string, at: number) => readonly CodeSuggestion[];
};

/** @returns the editor in its place; the caller destroys it */
export function codeView(setting: CodeSetting): EditorView {
  return new EditorView({
    parent: setting.parent,
    state: EditorState.create({ doc: setting.text, extensions: extensions(setting) }),
  });
}

/** Puts another text in place, changing only what differs, so that the cursor stays where it is. */
export function replaceText(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  const limit = Math.min(before.length, text.length);
  let start = 0;
  while (start < limit && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < limit - start && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  view.dispatch({
    changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
  });
}

/** Shows these marks and no others; one that gives a line only marks that line. */
export function showMarks(view: EditorView, marks: readonly CodeMark[]): void {
  const { doc } = view.state;
  const place = (at: number) => Math.min(Math.max(at, 0), doc.length);
  const diagnostics = marks.map((mark): Diagnostic => {
    const { severity, message } = mark;
    if ("from" in mark) return { from: place(mark.from), to: place(mark.to), severity, message };
    const line = doc.line(Math.min(Math.max(mark.line, 1), doc.lines));
    return { from: line.from, to: line.to, severity, message };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

function extensions(setting: CodeSetting): Extension[] {
  const { language, attributes, readOnly, onChange, suggest } = setting;
  return [
    lineNumbers(),
    history(),
    highlightActiveLine(),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    indentUnit.of("  "),
    lintGutter(),
    language === "json" ? json() : javascript(),
    autocompletion({ override: [completionSource(suggest)], icons: false }),
    // Tab moves on to the next control: a page must not hold the keyboard.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
    EditorView.lineWrapping,
    EditorView.cspNonce.of(pageNonce()),
    EditorView.contentAttributes.of({ ...attributes, spellcheck: "false", role: "textbox" }),
    EditorState.readOnly.of(readOnly),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
    syntaxHighlighting(highlights),
    looks,
  ];
}

function completionSource(suggest: CodeSetting["suggest"]): CompletionSource {
  return (context) => {
    const word = context.matchBefore(/"?[\w$.-]*/);
    if (word === null || (word.from === word.to && !context.explicit)) return null;
    const options = suggest(context.state.doc.toString(), context.pos).map(
      ({ label, detail, text }): Completion => ({ label, detail, apply: text }),
    );
    return options.length === 0 ? null : { from: word.from, options, filter: true };
  };
}

const highlights = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--color-kind-request-text)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--color-kind-result-text)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--color-kind-waiting-text)" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--color-kind-thinking-text)" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    color: "var(--color-kind-tool-text)",
  },
  { tag: [tags.comment], color: "var(--color-subtle)" },
]);

const looks = EditorView.theme({
  "&": {
    fontSize: "0.75rem",
    backgroundColor: "transparent",
    color: "var(--color-ink)",
    maxHeight: "inherit",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.125rem", overflow: "auto" },
  ".cm-content": { padding: "0.375rem 0", caretColor: "var(--color-ink)" },
  ".cm-cursor": { borderLeftColor: "var(--color-ink)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--color-subtle)", border: "none" },
  ".cm-gutter-lint": { width: "0.875rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0" },
  ".cm-lint-marker": { width: "0.625rem", height: "0.625rem" },
  ".cm-activeLine": { backgroundColor: "color-mix(in oklab, var(--color-hover) 60%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--color-ink)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--color-selected)", outline: "none" },
  ".cm-tooltip": {
    backgroundColor: "var(--color-raised)",
    color: "var(--color-ink)",
    border: "none",
    borderRadius: "0.375rem",
    boxShadow: "var(--shadow-float)",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-mono)", fontSize: "0.75rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.125rem 0.5rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--color-selected)",
    color: "var(--color-ink)",
  },
  ".cm-completionDetail": { color: "var(--color-subtle)", fontStyle: "normal", marginLeft: "0.75rem" },
  ".cm-diagnostic": { padding: "0.25rem 0.5rem", maxWidth: "26rem", fontSize: "0.75rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--color-kind-error)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--color-kind-waiting)" },
});
