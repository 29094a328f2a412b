"use client";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { JsonText } from "./json-text";

type NodeProps = { name: string | null; value: unknown; level: number; openDepth: number };

const portion = 100;

/** One value of a JSON tree: a line, and below it the values inside while it is open. */
export function JsonNode({ name, value, level, openDepth }: NodeProps) {
  const entries = entriesOf(value);
  if (entries === null || entries.length === 0) {
    return (
      <Item level={level}>
        <span className="block pl-4">
          <Name name={name} />
          {entries === null ? (
            <JsonText value={value} />
          ) : (
            <Punctuation text={Array.isArray(value) ? "[]" : "{}"} />
          )}
        </span>
      </Item>
    );
  }
  return <OpenableNode {...{ name, value, level, openDepth, entries }} />;
}

function OpenableNode({
  name,
  value,
  level,
  openDepth,
  entries,
}: NodeProps & { entries: readonly (readonly [string, unknown])[] }) {
  const [open, setOpen] = useState(level <= openDepth);
  const [shown, setShown] = useState(portion);
  const [before, after] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return (
    <Item level={level} expanded={open}>
      {/* The row repeats by mouse what Right, Left and Enter do on the tree item that holds it. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div
        data-toggle
        onClick={() => setOpen(!open)}
        className="flex cursor-pointer rounded-sm hover:bg-hover"
      >
        <ChevronRight
          aria-hidden
          className={`mt-1 mr-1 size-3 shrink-0 text-subtle transition-transform ${open ? "rotate-90" : ""}`}
        />
        <span className="min-w-0 whitespace-nowrap">
          <Name name={name} />
          <Punctuation text={open ? before : `${before}…${after}`} />
          {!open && <span className="pl-2 text-subtle">{sizeText(value, entries.length)}</span>}
        </span>
      </div>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: `group` is the role of the children of a tree item
        <div role="group" className="ml-1.5 border-l pl-2">
          {entries.slice(0, shown).map(([key, each]) => (
            <JsonNode key={key} name={key} value={each} level={level + 1} openDepth={openDepth} />
          ))}
          {entries.length > shown && (
            <button
              type="button"
              onClick={() => setShown(shown + portion * 5)}
              className="pl-4 text-accent-text hover:underline"
            >
              Show {Math.min(portion * 5, entries.length - shown)} more of {entries.length}
            </button>
          )}
        </div>
      )}
      {open && (
        <span aria-hidden className="block pl-4">
          <Punctuation text={after} />
        </span>
      )}
    </Item>
  );
}

function Item({ level, expanded, children }: { level: number; expanded?: boolean; children: ReactNode }) {
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-expanded={expanded}
      aria-selected={false}
      tabIndex={level === 1 ? 0 : -1}
      className="focus-inset rounded-sm"
    >
      {children}
    </div>
  );
}

function Name({ name }: { name: string | null }) {
  if (name === null) return null;
  return (
    <>
      <span className="text-kind-request-text">{name}</span>
      <Punctuation text=": " />
    </>
  );
}

function Punctuation({ text }: { text: string | undefined }) {
  return <span className="text-subtle">{text}</span>;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | null {
  if (typeof value !== "object" || value === null) return null;
  return Object.entries(value);
}

function sizeText(value: unknown, count: number): string {
  const noun = Array.isArray(value) ? "item" : "field";
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
