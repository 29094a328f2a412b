// What is wrong with a response that did arrive?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { RunError, RunErrorCode } from "@/lib/protocol/run-error";
import { gatewayFix, refusedByGateway } from "./gateway-error";

const shownLength = 200;

const fixes: Readonly<Partial<Record<number, string>>> = {
  400: "The message names what to change; the request is shown as it was sent.",
  401: "Check the API key, and that the header that carries it reached the provider.",
  403: "Use a key that is allowed to do this.",
  404: "Check the model id and the base URL: the path of the API call is appended to it.",
  431: "Shorten the longest header: a server in Node takes 16 kB of headers in all unless told otherwise.",
  413: "Send less: shorten the conversation or the tool results.",
  429: "Wait and run again, or use a key with a higher limit.",
  529: "The provider is overloaded: wait and run again.",
};

/**
 * @param garbage the first data that was no JSON, where there was any
 * @param beginning what arrived, where no event was in it
 */
function cutStream(garbage: string | null, beginning: string): RunError {
  if (garbage !== null) {
    return {
      code: "malformed-stream",
      message: "The stream holds data that is not JSON.",
      fix: "Look at what arrived: a proxy on the way may have changed it.",
      received: garbage.slice(0, shownLength),
    };
  }
  if (beginning !== "") {
    return {
      code: "unexpected-content",
      message: "The answer says that it is an event stream (text/event-stream), and holds no event.",
      fix: "Look at what arrived, and check the base URL: something other than the Messages API answers there.",
      received: beginning.slice(0, shownLength),
    };
  }
  return {
    code: "truncated-stream",
    message: "The stream ended before the message was complete.",
    fix: "What arrived is kept, and no cut tool call was executed. Run again; if it stays so, look for a proxy with a time limit.",
  };
}

/** A stream without a single byte of content. */
const emptyStream: RunError = {
  code: "truncated-stream",
  message: "The stream ended before its first event.",
  fix: "Run again; if it stays so, look for a proxy between here and the provider that cuts answers.",
};

/** An `error` event, which arrives after a status of 200. */
function ofErrorEvent(response: Response, event: JsonObject): RunError {
  const error = isJsonObject(event.error) ? event.error : {};
  return refusedByGateway(response, event) ?? providerError(response, event, error);
}

/**
 * @param text the body, without secrets
 * @param wantsMessage true where nothing but a message answers the request
 * @returns null for an answer in one piece that is a Messages API answer
 */
function ofBody(response: Response, body: unknown, text: string, wantsMessage: boolean): RunError | null {
  if (response.status >= 300 && response.status < 400) return redirected(response);
  const json = isJsonObject(body) ? body : null;
  if (json !== null) {
    const refused = refusedByGateway(response, json);
    if (refused !== null) return refused;
    if ((!response.ok || json.type === "error") && isJsonObject(json.error))
      return providerError(response, json, json.error);
    if (response.ok && (!wantsMessage || json.type === "message")) return null;
  }
  const type = response.headers.get("content-type") ?? "no content type";
  const what = text === "" ? "an empty body" : type;
  const instead = json === null ? "instead of JSON or an event stream" : "that holds no message";
  return {
    code: response.status === 401 ? "authentication" : "unexpected-content",
    message:
      response.status === 431
        ? "The headers of the request are larger than the far end takes (431): it read none of it."
        : `The answer is not from the Messages API: status ${response.status} with ${what} ${instead}.`,
    fix: fixes[response.status] ?? "Check the base URL: something other than the Messages API answers there.",
    status: response.status,
    ...(text === "" ? {} : { received: text.slice(0, shownLength) }),
  };
}

/** Custom headers and the prompt must not travel to an origin nobody typed. */
function redirected(response: Response): RunError {
  return {
    code: "redirected",
    message: `The provider answered ${response.status} and points to ${redirectTarget(response)}. Redirects are not followed.`,
    fix: "If that address is right, use it as the base URL.",
    status: response.status,
  };
}

/** Without the query, which can hold a credential. Another origin is named; the path is enough on the same one. */
function redirectTarget(response: Response): string {
  const location = response.headers.get("location");
  if (location === null) return "an unnamed place";
  const base = URL.canParse(response.url) ? response.url : undefined;
  if (!URL.canParse(location, base)) return "an address that cannot be read";
  const { origin, pathname } = new URL(location, base);
  if (base !== undefined && origin === new URL(base).origin) return pathname;
  return `${origin}${pathname}, which is another origin`;
}

function providerError(response: Response, body: JsonObject, error: JsonObject): RunError {
  const requestId = response.headers.get("request-id") ?? body.request_id;
  const code: RunErrorCode =
    response.status === 401 || response.status === 403 ? "authentication" : "provider-error";
  const message =
    typeof error.message === "string" ? error.message : `The provider answered ${response.status}.`;
  const fix = gatewayFix(response, message) ?? fixes[response.status];
  return {
    code,
    message,
    ...(fix === undefined ? {} : { fix }),
    status: response.status,
    ...(typeof error.type === "string" ? { type: error.type } : {}),
    ...(typeof requestId === "string" ? { requestId } : {}),
  };
}

export const responseError = { cutStream, emptyStream, ofErrorEvent, ofBody };
