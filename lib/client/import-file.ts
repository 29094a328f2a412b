// How do the runs in a file get to the server, one by one?
import { isJsonObject } from "@/lib/protocol/json-object";
import { callApi } from "./api-call";
import { objectsIn, textOf } from "./json-fields";

export type FileImport = {
  readonly imported: readonly string[];
  /** How many were here already. */
  readonly present: number;
  /** How many lines had a secret that was hidden. */
  readonly hidden: number;
  /** What was refused, each with its line in the file. */
  readonly problems: readonly string[];
};

/**
 * Sends each log of the file in a call of its own: a file of any size gets through, and one damaged run keeps none of
 * the others out.
 */
export async function importFile(file: File): Promise<FileImport> {
  const imported: string[] = [];
  const problems: string[] = [];
  let present = 0;
  let hidden = 0;
  const whole = await file.text().catch(() => null);
  if (whole === null) problems.push("The file cannot be read: it may have been moved, or be too large.");
  for (const { firstLine, text } of whole === null ? [] : logsIn(whole)) {
    const answer = await callApi("/api/runs/import", {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: text,
    });
    if (!answer.ok) {
      problems.push(placed(answer.error, firstLine));
      if (answer.error.code === "unreachable" || answer.status === 503) break;
      continue;
    }
    for (const run of objectsIn(answer.value, "runs")) {
      if (run.status === "present") present += 1;
      else imported.push(textOf(run.id, ""));
      if (typeof run.hidden === "number") hidden += run.hidden;
    }
  }
  return { imported, present, hidden, problems };
}

/** The text in pieces of one log each; what stands before the first log goes with it, to be refused. */
export function logsIn(text: string): readonly { readonly firstLine: number; readonly text: string }[] {
  const logs: { firstLine: number; text: string }[] = [];
  let lines: string[] = [];
  let firstLine = 1;
  const close = () => {
    if (lines.some((line) => line.trim() !== "")) logs.push({ firstLine, text: lines.join("\n") });
    firstLine += lines.length;
    lines = [];
  };
  for (const line of text.split("\n")) {
    if (isBeginning(line) && lines.length > 0) close();
    lines.push(line);
  }
  close();
  // An empty file is the server's to refuse, in its words.
  return logs.length > 0 ? logs : [{ firstLine: 1, text: "" }];
}

function isBeginning(line: string): boolean {
  if (!line.slice(0, 200).includes("run-start")) return false;
  try {
    const event: unknown = JSON.parse(line);
    return isJsonObject(event) && event.type === "run-start" && event.seq === 0;
  } catch {
    return false;
  }
}

/** The server counts lines of what it got, a person those of the file. */
function placed({ message }: { readonly message: string }, firstLine: number): string {
  return message.replace(/^Line (\d+)/, (_, line: string) => `Line ${Number(line) + firstLine - 1}`);
}
