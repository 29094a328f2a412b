// How does a handler answer, whatever happens inside it?
import type { z } from "zod";
import { type ApiErrorBody, firstIssue } from "@/lib/protocol/api-error";
import { McpFailure } from "../mcp/mcp-failure";
import { StoreFailure } from "../store/store-failure";
import { ApiFailure } from "./api-failure";
import { FieldError } from "./field-error";
import { guardRequest } from "./guard-request";

/**
 * Wraps a handler of the API: checks who is calling, and turns everything thrown into the API's error shape. An
 * unexpected error keeps its text to itself, in the answer and in the server's log: it may quote what was sent.
 */
export function handler<Params>(
  handle: (request: Request, params: Params) => Promise<Response> | Response,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      guardRequest(request);
      return await handle(request, await context.params);
    } catch (error) {
      return failed(error);
    }
  };
}

/** @throws ApiFailure naming the first field that does not fit */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { field, message } = firstIssue(result.error);
  throw new ApiFailure(400, "invalid_request", message, field);
}

export function notFound(runId: string): ApiFailure {
  return new ApiFailure(404, "not_found", `There is no run "${runId}": it may have been deleted.`);
}

function failed(error: unknown): Response {
  if (error instanceof ApiFailure) return errorResponse(error.status, error.code, error.message, error.field);
  if (error instanceof FieldError) {
    return errorResponse(400, "invalid_request", `${error.field}: ${error.message}`, error.field);
  }
  if (error instanceof McpFailure)
    return errorResponse(error.kind === "refused" ? 409 : 502, "mcp_failed", error.message);
  if (error instanceof StoreFailure) return errorResponse(503, "store_unavailable", error.message);
  console.error("A call of the API failed:", error instanceof Error ? error.name : typeof error);
  return errorResponse(500, "internal", "The server failed at this call. Its log names the kind of error.");
}

function errorResponse(status: number, code: string, message: string, field?: string): Response {
  const body: ApiErrorBody = { error: { code, message, ...(field === undefined ? {} : { field }) } };
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
