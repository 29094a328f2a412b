"use client";
import { useState } from "react";

const longestShown = 400;

/** One string, number, boolean or null as JSON writes it; a long string shows its beginning until asked for the rest. */
export function JsonText({ value }: { value: unknown }) {
  const [whole, setWhole] = useState(false);
  if (typeof value !== "string")
    return <span className={colourOf(value)}>{JSON.stringify(value) ?? "undefined"}</span>;
  const cut = value.length > longestShown && !whole;
  return (
    <span className="break-words whitespace-pre-wrap text-kind-result-text">
      {JSON.stringify(cut ? value.slice(0, longestShown) : value).slice(0, cut ? -1 : undefined)}
      {value.length > longestShown && (
        <button
          type="button"
          onClick={() => setWhole(!whole)}
          className="ml-1 rounded-sm bg-hover px-1 text-accent-text hover:underline"
        >
          {whole ? "Show less" : `… all ${value.length} characters`}
        </button>
      )}
    </span>
  );
}

function colourOf(value: unknown): string {
  if (typeof value === "number") return "text-kind-waiting-text";
  if (typeof value === "boolean") return "text-kind-thinking-text";
  return "text-subtle";
}
