"use client";
import type { EditorView } from "@codemirror/view";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { classNames } from "./class-names";
import type { CodeMark, CodeSuggestion } from "./code-mark";
import { controlClasses, FieldNote, type FieldProps } from "./field";

/** Loaded with the first editor on screen: no page pays for it before. */
const loadCodeMirror = () => import("./code-mirror");

type Loaded = { readonly view: EditorView; readonly code: Awaited<ReturnType<typeof loadCodeMirror>> };

type CodeEditorProps = FieldProps & {
  value: string;
  onValueChange: (value: string) => void;
  language: "json" | "javascript";
  marks?: readonly CodeMark[];
  suggest?: (text: string, at: number) => readonly CodeSuggestion[];
  readOnly?: boolean;
  minRows?: number;
  maxRows?: number;
};

const noMarks: readonly CodeMark[] = [];
const noSuggestions = () => [];

/** Code with colours, completion and marks at the line. Until the editor is there, a plain field takes the text. */
export function CodeEditor({
  label,
  name,
  hint,
  error,
  labelHidden = false,
  className,
  value,
  onValueChange,
  language,
  marks = noMarks,
  suggest = noSuggestions,
  readOnly = false,
  minRows = 4,
  maxRows = 24,
}: CodeEditorProps) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Loaded | null>(null);
  /** What the editor said last: its own text coming back is no news. */
  const said = useRef(value);
  const change = useEffectEvent((text: string) => {
    if (text === said.current) return;
    said.current = text;
    onValueChange(text);
  });
  const suggestions = useEffectEvent((text: string, at: number) => suggest(text, at));
  const firstText = useEffectEvent(() => value);

  useEffect(() => {
    let made: EditorView | null = null;
    let gone = false;
    void loadCodeMirror().then((code) => {
      if (gone || place.current === null) return;
      said.current = firstText();
      made = code.codeView({
        parent: place.current,
        text: said.current,
        language,
        readOnly,
        attributes: { "aria-label": label, "aria-describedby": `${id}-note`, "data-name": name ?? "" },
        onChange: change,
        suggest: suggestions,
      });
      setEditor({ view: made, code });
    });
    return () => {
      gone = true;
      made?.destroy();
      setEditor(null);
    };
  }, [id, label, language, name, readOnly]);

  useEffect(() => {
    if (editor === null || value === said.current) return;
    said.current = value;
    editor.code.replaceText(editor.view, value);
  }, [editor, value]);

  useEffect(() => {
    editor?.code.showMarks(editor.view, marks);
  }, [editor, marks]);

  const heights = {
    minHeight: `calc(${minRows * 1.125}rem + 0.75rem)`,
    maxHeight: `calc(${maxRows * 1.125}rem + 0.75rem)`,
  };
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1", className)}>
      <span aria-hidden className={labelHidden ? "hidden" : "text-xs font-medium text-muted"}>
        {label}
      </span>
      <div
        ref={place}
        style={heights}
        data-invalid={error !== undefined || undefined}
        className="flex flex-col overflow-hidden rounded-md border border-line-strong bg-panel focus-within:border-accent data-[invalid]:border-kind-error [&_.cm-editor]:min-h-0 [&_.cm-editor]:flex-1"
      >
        {editor === null && (
          <textarea
            aria-label={label}
            value={value}
            readOnly={readOnly}
            onChange={(event) => onValueChange(event.target.value)}
            spellCheck={false}
            className={classNames(
              controlClasses,
              "flex-1 resize-none border-none px-2 py-1.5 font-mono text-xs",
            )}
          />
        )}
      </div>
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  );
}
