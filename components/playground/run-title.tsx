"use client";
import { outcomeWords } from "@/components/content/outcome-words";
import { useRunLabel } from "@/lib/client/run-label";
import { useRunStatus } from "@/lib/client/run-status";
import { useRun } from "@/lib/client/use-run";
import type { Run } from "@/lib/run/run";

/** What the run on screen is called, in one line: its name, or what it was asked. */
export function RunTitle() {
  const asked = useRun(askedOf);
  const status = useRunStatus();
  const label = useRunLabel();
  if (status === "none") return <div className="flex-1" />;
  return (
    <h1 className="min-w-0 flex-1 truncate px-2 text-center text-sm text-muted" title={asked}>
      {label?.title || asked || "Run"}
    </h1>
  );
}

/** The title of the page, as tabs and bookmarks show it: how the run stands, then what it is called. A dot calls for a person. */
export function PageTitle() {
  const asked = useRun(askedOf);
  const status = useRunStatus();
  const called = useRunLabel()?.title || asked;
  const parts = status === "none" ? [] : [outcomeWords(status).word, called].filter((part) => part !== "");
  const dot = status === "waiting" ? "● " : "";
  return <title>{dot + [...parts, "Toolscope"].join(" · ")}</title>;
}

function askedOf({ config }: Run): string {
  if (config === null) return "";
  if (config.prompt !== undefined) return config.prompt;
  const content = config.messages?.find((message) => message.role === "user")?.content;
  return typeof content === "string" ? content : "";
}
