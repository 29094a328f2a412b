// How is a caller turned away before the framework sees the request?
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { admit } from "./admit";
import { ApiFailure } from "./api-failure";
import { arrivalOf } from "./arrival";
import { doorSettings } from "./door-settings";
import { failureText } from "./failure-response";
import { placeOfPath } from "./place-of-path";

const gated = new WeakSet<Server>();

/**
 * Puts the door in front of every HTTP server of this process. Whoever is turned away costs next to nothing then, his body
 * is not collected, and no spelling of a path leads past. What is let in is asked again by proxy.ts and by its handler.
 */
export function keepFrontGate(): void {
  // Published synchronously just before the server's `request` event, the first one included.
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (gated.has(server)) return;
    gated.add(server);
    const emit = server.emit.bind(server);
    server.emit = (event: string, ...rest: unknown[]) => {
      if (event === "request" && turnedAway(rest[0] as IncomingMessage, rest[1] as ServerResponse))
        return true;
      return emit(event, ...rest);
    };
  });
}

function turnedAway(request: IncomingMessage, response: ServerResponse): boolean {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(request.headersDistinct))
    headers.set(name, values.join(", "));
  const place = placeOfPath(pathOf(request.url ?? "/"));
  try {
    admit(
      { method: request.method ?? "GET", headers, arrival: arrivalOf(request.socket) },
      place,
      doorSettings(),
    );
    return false;
  } catch (error) {
    const isPerson = place === "page" && headers.get("accept")?.includes("text/html") === true;
    if (error instanceof ApiFailure && error.status === 401 && isPerson) {
      answerAs(response, 401);
      return false;
    }
    const { status, headers: own, text } = failureText(error);
    response
      .writeHead(status, { ...own, "x-content-type-options": "nosniff" })
      .end(request.method === "HEAD" ? "" : text);
    return true;
  }
}

/** A person gets the sign-in page. The framework makes it, and would send it as a success: a rewrite keeps no status. */
function answerAs(response: ServerResponse, status: number): void {
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  response.writeHead = (_: number, ...rest: unknown[]) => writeHead(status, ...rest);
}

/** A proxy's form of a request names the server too: what counts is the `Host`. */
function pathOf(url: string): string {
  if (url.startsWith("/")) return url.split("?", 1)[0] ?? "/";
  return URL.canParse(url) ? new URL(url).pathname : "/";
}
