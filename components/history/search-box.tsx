"use client";
import { Search, X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { FieldNote } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { searchHistory, useRunHistory } from "@/lib/client/run-history";
import { setUrlParam, urlParam } from "@/lib/client/url-params";
import { queryHints } from "@/lib/run/run-query-hints";
import { knownValues } from "./known-values";

/** So long nothing has to be typed before the server is asked, in milliseconds. */
const calmMs = 200;

/** From the words to what they found. */
function focusRuns(): void {
  document.querySelector<HTMLElement>('[role="grid"]')?.focus();
}

/** The name of the field, by which it can be found and focused. */
export const searchFieldName = "history-search";

/** One line of search words: keys and their values are offered as they are typed. */
export function SearchBox() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => urlParam("query", ""));
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(-1);
  const problem = useRunHistory((state) => state.queryProblem) ?? undefined;
  const { from, to, hints } = queryHints(text, caret ?? 0, knownValues());
  const open = caret !== null && hints.length > 0;

  const shown = useRef(text);
  useEffect(() => {
    if (shown.current === text) return;
    const timer = setTimeout(() => {
      shown.current = text;
      setUrlParam("query", text);
      void searchHistory(text);
    }, calmMs);
    return () => clearTimeout(timer);
  }, [text]);

  const look = (input: HTMLInputElement) => {
    setCaret(input.selectionStart);
    setChosen(-1);
  };
  const take = (index: number) => {
    const hint = hints[index];
    if (hint === undefined) return;
    // After a value the next word follows, after a key its value.
    const insert = hint.insert.endsWith(":") ? hint.insert : `${hint.insert} `;
    setText(text.slice(0, from) + insert + text.slice(to).trimStart());
    const place = from + insert.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(place, place);
      setCaret(place);
      setChosen(-1);
    });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Escape" && open) setCaret(null);
    else if (event.key === "ArrowDown" && open) setChosen((chosen + 1) % hints.length);
    else if (event.key === "ArrowUp" && open) setChosen(chosen <= 0 ? hints.length - 1 : chosen - 1);
    else if (event.key === "Enter" && chosen < 0) focusRuns();
    else if ((event.key === "Enter" || event.key === "Tab") && open && chosen >= 0) take(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <div className="relative flex min-w-72 flex-1 flex-col gap-1">
      <div className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-subtle"
        />
        <input
          ref={field}
          name={searchFieldName}
          type="text"
          role="combobox"
          aria-label="Search runs"
          aria-expanded={open}
          aria-controls={`${id}-hints`}
          aria-autocomplete="list"
          aria-activedescendant={open && chosen >= 0 ? `${id}-${chosen}` : undefined}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : `${id}-note`}
          placeholder="Words, or tool:get_weather status:failed duration:>5s"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            look(currentTarget);
          }}
          onSelect={({ currentTarget }) => caret !== null && setCaret(currentTarget.selectionStart)}
          onFocus={({ currentTarget }) => look(currentTarget)}
          onBlur={() => setCaret(null)}
          onKeyDown={onKeyDown}
          className="h-7 w-full rounded-md border border-line-strong bg-panel pr-8 pl-7 text-sm transition-colors hover:border-control aria-invalid:border-kind-error"
        />
        {text !== "" && (
          <IconButton
            label="Clear search"
            size="sm"
            className="absolute top-0.5 right-0.5"
            onClick={() => {
              setText("");
              field.current?.focus();
            }}
          >
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      <div
        id={`${id}-hints`}
        role="listbox"
        aria-label="Search words"
        hidden={!open}
        className="absolute top-8 left-0 z-30 max-h-80 w-104 max-w-full overflow-y-auto rounded-md bg-raised p-1 shadow-float"
      >
        {hints.map((hint, index) => (
          <div
            key={hint.insert}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            // Before the field loses the focus, and its list with it.
            onPointerDown={(event) => {
              event.preventDefault();
              take(index);
            }}
            className={classNames(
              "flex h-7 cursor-default items-center gap-3 rounded-sm px-2 hover:bg-hover",
              index === chosen && "bg-selected",
            )}
          >
            <code className="shrink-0 text-xs">{hint.insert}</code>
            <span className="ml-auto truncate text-xs text-subtle">{hint.about}</span>
          </div>
        ))}
      </div>
      <FieldNote id={id} error={problem} />
    </div>
  );
}
