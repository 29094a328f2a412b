// How does the browser call the HTTP API, and what does it know when a call fails?

import { isJsonObject } from "@/lib/protocol/json-object";
import { apiFetch } from "./api-fetch";

export type ApiProblem = { readonly code: string; readonly message: string; readonly field?: string };
export type ApiAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: number; readonly error: ApiProblem };

const troubled = new Set<() => void>();

/** Is told when a call failed because runs cannot be stored. @returns stops telling */
export function onStoreTrouble(listener: () => void): () => void {
  troubled.add(listener);
  return () => troubled.delete(listener);
}

/**
 * @returns the JSON of the answer, or the API's error; a server that cannot be reached is an error with code
 *   `unreachable` and status 0, so no call throws
 */
export async function callApi(
  path: string,
  init: RequestInit = {},
  send: typeof apiFetch = apiFetch,
): Promise<ApiAnswer> {
  try {
    const response = await send(path, init);
    const text = await response.text();
    const value = parseJson(text);
    if (response.ok) return { ok: true, value };
    const error = problemOf(value, response);
    if (error.code === "store_unavailable") for (const tell of troubled) tell();
    return { ok: false, status: response.status, error };
  } catch {
    const message = "The Toolscope server cannot be reached: check that it is still running.";
    return { ok: false, status: 0, error: { code: "unreachable", message } };
  }
}

export function postJson(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  send: typeof apiFetch = apiFetch,
): Promise<ApiAnswer> {
  const type = { "content-type": "application/json" };
  const init = { method: "POST", headers: { ...type, ...headers }, body: JSON.stringify(body) };
  return callApi(path, init, send);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An answer without JSON says nothing more than its status.
    return null;
  }
}

function problemOf(value: unknown, response: Response): ApiProblem {
  const { code, message, field } = isJsonObject(value) && isJsonObject(value.error) ? value.error : {};
  if (typeof code !== "string" || typeof message !== "string") {
    return { code: "unexpected", message: `The server answered ${response.status}.` };
  }
  return typeof field === "string" ? { code, message, field } : { code, message };
}
