// How is a caller turned away before the framework sees the request?
import { type IncomingMessage, Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { admit, type Place } from "./admit";
import { ApiFailure } from "./api-failure";
import { arrivalOf } from "./arrival";
import { doorSettings } from "./door-settings";
import { failureText } from "./failure-response";
import { placeOfPath } from "./place-of-path";

type Emit = (this: Server, event: string, ...rest: unknown[]) => boolean;
const keptKey = Symbol.for("toolscope.front-gate");
type Holder = { [keptKey]?: true };

/**
 * Puts the door in front of every HTTP server of this process. Whoever is turned away costs next to nothing then, his body
 * is not collected, and no spelling of a path leads past. What is let in is asked again by proxy.ts and by its handler.
 */
export function keepFrontGate(): void {
  // On the class: a server may have been made before, and nothing is published of a request that asks for an upgrade.
  const servers = Server.prototype as unknown as { emit: Emit } & Holder;
  if (servers[keptKey]) return;
  servers[keptKey] = true;
  const { emit } = servers;
  servers.emit = function (event, ...rest) {
    const [request, other] = rest as [IncomingMessage, unknown];
    if (event === "request" && turnedAway(request, other as ServerResponse)) return true;
    if (event === "upgrade" && upgradeTurnedAway(request, other as Socket)) return true;
    return emit.call(this, event, ...rest);
  };
}

/** @throws ApiFailure */
function ask(request: IncomingMessage, headers: Headers, place: Place): void {
  for (const [name, values = []] of Object.entries(request.headersDistinct))
    headers.set(name, values.join(", "));
  const call = { method: request.method ?? "GET", headers, arrival: arrivalOf(request.socket) };
  admit(call, place, doorSettings());
}

function turnedAway(request: IncomingMessage, response: ServerResponse): boolean {
  const headers = new Headers();
  const place = placeOfPath(pathOf(request.url ?? "/"));
  try {
    ask(request, headers, place);
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

/** Nothing of ours is spoken over a WebSocket; `next dev` tells its pages by one what has changed. */
function upgradeTurnedAway(request: IncomingMessage, socket: Socket): boolean {
  try {
    ask(request, new Headers(), placeOfPath(pathOf(request.url ?? "/")));
    return false;
  } catch (error) {
    const { status, headers, text } = failureText(error);
    const lines = Object.entries({
      ...headers,
      "content-length": Buffer.byteLength(text),
      connection: "close",
    });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    socket.on("error", () => undefined);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${head}\r\n${text}`);
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
