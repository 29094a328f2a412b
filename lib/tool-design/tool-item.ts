// What is a tool while somebody is still writing it?
import type { BuiltinToolName } from "@/lib/protocol/builtin-tool-names";
import type { JsonObject } from "@/lib/protocol/json-object";

type Item = {
  readonly id: string;
  /** Whether the next run has it. */
  readonly enabled: boolean;
};

/** One of ours, as it is. */
export type BuiltinItem = Item & { readonly kind: "builtin"; readonly name: BuiltinToolName };

/** A tool the provider executes itself (web search, tool search, ...): its definition as JSON, passed on untouched. */
export type ServerItem = Item & { readonly kind: "server"; readonly definitionText: string };

/**
 * A tool of one's own. JSON is kept as the text that was typed, so that nothing is rewritten under the cursor and what is
 * not valid yet is not lost. `null` means that the field is not sent.
 */
export type OwnItem = Item & {
  readonly kind: "own";
  readonly name: string;
  readonly description: string;
  readonly schemaText: string;
  /** A JSON list of inputs; empty for none. */
  readonly examplesText: string;
  readonly strict: boolean | null;
  readonly deferLoading: boolean | null;
  readonly cacheControl: JsonObject | null;
  readonly allowedCallers: readonly string[] | null;
  readonly eagerInputStreaming: boolean | null;
  /** Whether a person approves each call before it runs; no business of the provider. */
  readonly needsApproval: boolean | null;
  readonly handlerKind: string;
  /** What is typed into the form of each kind of handler: another kind is tried without losing the one before. */
  readonly handlers: Readonly<Record<string, HandlerValues>>;
};

/**
 * The fields of a handler as its form holds them: numbers are null while empty, header rows carry an id, the content of a
 * reply is a `ContentValue`, and JSON is a `JsonTextValue`.
 */
export type HandlerValues = JsonObject;

/** A reply as it is typed: text, or the JSON of content blocks. */
export type ContentValue = { readonly form: "text" | "blocks"; readonly text: string };

/** JSON as it is typed; empty where the field is left out. */
export type JsonTextValue = { readonly jsonText: string };

export type ToolItem = BuiltinItem | ServerItem | OwnItem;

/** What is wrong with a tool as it stands; `field` as in a run request, without `tools.N.`. */
export type ItemProblem = { readonly field: string; readonly message: string };
