// How does a handler answer, whatever happens inside it?
import type { z } from "zod";
import { firstIssue } from "@/lib/protocol/api-error";
import type { Caller, Place } from "./admit";
import { ApiFailure } from "./api-failure";
import { failureResponse } from "./failure-response";
import { guardRequest } from "./guard-request";

type Handle<Params> = (request: Request, params: Params, caller: Caller) => Promise<Response> | Response;
type Handler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** Wraps a handler of the API: checks who is calling, and turns everything thrown into the API's error shape. */
export function handler<Params>(handle: Handle<Params>): Handler<Params> {
  return guarded("api", handle);
}

/** For the calls of the API that need no access token: signing in, and whether the server is up. */
export function openHandler<Params>(handle: Handle<Params>): Handler<Params> {
  return guarded("open", handle);
}

/** For the simulator and the gateway, which serve programs that know nothing of this API. */
export function mountHandler<Params>(handle: Handle<Params>): Handler<Params> {
  return guarded("mount", handle);
}

function guarded<Params>(place: Place, handle: Handle<Params>): Handler<Params> {
  return async (request, context) => {
    try {
      const caller = guardRequest(request, place);
      return await handle(request, await context.params, caller);
    } catch (error) {
      return failureResponse(error);
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
