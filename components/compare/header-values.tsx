"use client";
import { useState } from "react";
import { shortFingerprint } from "@/lib/run/header-cell-text";
import type { HeaderLines } from "@/lib/run/header-lookup";

const longestShown = 240;

/** Every value a header had, one a line; with its name as written where that is the difference. */
export function HeaderValues({ lines, named }: { lines: HeaderLines; named: boolean }) {
  return (
    <>
      {lines.values.map((value, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: repeats of a header have no identity but their place
        <code key={place} className="block break-words whitespace-pre-wrap [overflow-wrap:anywhere]">
          {named && `${lines.names[place]}: `}
          {value.shown === "" ? <i className="text-subtle">empty</i> : <LongText text={value.shown} />}
          {value.redacted && (
            <span
              title={`Fingerprint of the hidden value: ${value.fingerprint}`}
              className="whitespace-nowrap"
            >
              {" "}
              #{shortFingerprint(value.fingerprint)}
            </span>
          )}
        </code>
      ))}
    </>
  );
}

function LongText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  if (text.length <= longestShown) return text;
  return (
    <>
      {whole ? text : text.slice(0, longestShown)}
      <button
        type="button"
        onClick={() => setWhole(!whole)}
        className="ml-1 rounded-sm bg-hover px-1 text-accent-text hover:underline"
      >
        {whole ? "Show less" : `… all ${text.length} characters`}
      </button>
    </>
  );
}
