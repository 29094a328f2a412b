"use client";
import type { KeyboardEvent } from "react";
import { classNames } from "./class-names";
import { JsonNode } from "./json-node";

/**
 * A JSON value as a tree that folds. Only what is open is in the document, and long lists come in portions, so a value of
 * many thousand nodes costs no more than what is in sight. Arrow keys walk, Right and Left open and close.
 */
export function JsonView({
  value,
  label,
  openDepth = 2,
  className,
}: {
  value: unknown;
  /** Names the tree for screen readers. */
  label: string;
  /** How many levels stand open at first. */
  openDepth?: number;
  className?: string;
}) {
  return (
    <div
      role="tree"
      aria-label={label}
      onKeyDown={walkTree}
      className={classNames("overflow-x-auto font-mono text-xs leading-5", className)}
    >
      <JsonNode name={null} value={value} level={1} openDepth={openDepth} />
    </div>
  );
}

function walkTree(event: KeyboardEvent<HTMLElement>): void {
  const item = event.target;
  if (!(item instanceof HTMLElement) || item.role !== "treeitem") return;
  const items = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]'));
  const expanded = item.getAttribute("aria-expanded");
  const next = items[items.indexOf(item) + 1];
  const target = {
    ArrowDown: next,
    ArrowUp: items[items.indexOf(item) - 1],
    Home: items[0],
    End: items.at(-1),
    ArrowRight: expanded === "true" ? next : undefined,
    ArrowLeft:
      expanded === "true" ? undefined : item.parentElement?.closest<HTMLElement>('[role="treeitem"]'),
  }[event.key];
  const toggles =
    event.key === "Enter" ||
    event.key === " " ||
    (event.key === "ArrowRight" && expanded === "false") ||
    (event.key === "ArrowLeft" && expanded === "true");
  if (target === undefined && !toggles) return;
  event.preventDefault();
  if (toggles) item.querySelector<HTMLElement>("[data-toggle]")?.click();
  else target?.focus();
}
