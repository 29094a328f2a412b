// What comes of a piece of text that was pasted?
import type { JsonObject } from "@/lib/protocol/json-object";

export type ImportedTool = {
  /** An entry for `tools` of a run request: a built-in name, or a definition; without a handler where the text has none. */
  readonly tool: JsonObject | string;
  /** Whose form it was in. */
  readonly from: string;
  /** What could not be taken over, in words. */
  readonly notes: readonly string[];
};

export type Imported =
  | { readonly ok: true; readonly name: string | null; readonly tools: readonly ImportedTool[] }
  | { readonly ok: false; readonly message: string };

export type Signature = {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly notes: readonly string[];
};

export function toolOfSignature(
  { name, description, inputSchema, notes }: Signature,
  from: string,
): ImportedTool {
  return { tool: { name, description, inputSchema }, from, notes: [...new Set(notes)] };
}
