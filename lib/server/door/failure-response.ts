// How does the API say that a call failed?
import type { ApiErrorBody } from "@/lib/protocol/api-error";
import type { CommandRefusal } from "@/lib/protocol/command-refusal";
import { McpFailure } from "../mcp/mcp-failure";
import { StoreFailure } from "../store/store-failure";
import { ApiFailure } from "./api-failure";
import { FieldError } from "./field-error";

export type FailureText = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

export function failureResponse(error: unknown): Response {
  const { status, headers, text } = failureText(error);
  return new Response(text, { status, headers });
}

/**
 * Everything thrown, in the API's error shape. An unexpected error keeps its text to itself, in the answer and in the
 * server's log: it may quote what was sent.
 */
export function failureText(error: unknown): FailureText {
  const { status, code, message, field, headers } = failureOf(error);
  const body: ApiErrorBody = { error: { code, message, ...(field === undefined ? {} : { field }) } };
  const type = { "content-type": "application/json", "cache-control": "no-store" };
  return { status, headers: { ...type, ...headers }, text: JSON.stringify(body) };
}

/** The same, to be told by another server than the one that was asked. */
export function refusalOf(error: unknown): CommandRefusal {
  const { status, code, message, field } = failureOf(error);
  return { status, code, message, ...(field === undefined ? {} : { field }) };
}

function failureOf(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  if (error instanceof FieldError) {
    return new ApiFailure(400, "invalid_request", `${error.field}: ${error.message}`, error.field);
  }
  if (error instanceof McpFailure) {
    return new ApiFailure(error.kind === "refused" ? 409 : 502, "mcp_failed", error.message);
  }
  if (error instanceof StoreFailure) return new ApiFailure(503, "store_unavailable", error.message);
  console.error("A call of the API failed:", error instanceof Error ? error.name : typeof error);
  return new ApiFailure(500, "internal", "The server failed at this call. Its log names the kind of error.");
}
