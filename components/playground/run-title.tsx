"use client";
import { useRunStatus } from "@/lib/client/run-status";
import { useRun } from "@/lib/client/use-run";
import type { RunConfig } from "@/lib/protocol/run-config";
import { outcomeWords } from "./outcome-words";

/** What the run on screen was asked, in one line; also the title of the page. */
export function RunTitle() {
  const asked = useRun((run) => askedOf(run.config));
  const status = useRunStatus();
  const title =
    status === "none" ? "Toolscope" : `${outcomeWords(status).word} · ${asked || "Run"} · Toolscope`;
  return (
    <>
      <title>{title}</title>
      <p className="min-w-0 flex-1 truncate px-2 text-center text-sm text-muted" title={asked}>
        {status === "none" ? "" : asked}
      </p>
    </>
  );
}

function askedOf(config: RunConfig | null): string {
  if (config === null) return "";
  if (config.prompt !== undefined) return config.prompt;
  const content = config.messages?.find((message) => message.role === "user")?.content;
  return typeof content === "string" ? content : "";
}
