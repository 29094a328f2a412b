// Which faults of a provider does the public test plan name, and what is to be said of each? Cases P34 to P38.
import type { ServerResponse } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { errorAnswer, messageEvents, type StubAnswer, sse, streamAnswer, toolUse } from "./provider-stub";

const text = { type: "text", text: "Let me look." };
const inTools = messageEvents([text, toolUse("toolu_a", "get_weather", { location: "Paris" })], "tool_use");
const inText = messageEvents([text, { type: "text", text: "And more." }], "end_turn");
const upTo = (events: typeof inTools, type: string, copy: number) => {
  const places = events.flatMap((event, index) => (event.type === type ? [index] : []));
  return sse(events.slice(0, (places[copy] ?? 0) + 1));
};
const reset: Parameters<typeof streamAnswer>[1] = (response) =>
  setTimeout(() => response.socket?.resetAndDestroy(), 30);

/** What of a faulty answer has arrived, and must be kept. */
export const partialText = text.text;

/** P34: what stands on the wire, and how the connection ends after it. Were they whole, some would call get_weather. */
export const cutStreams: [string, StubAnswer][] = [
  ["clean end after text", streamAnswer(upTo(inText, "content_block_stop", 0))],
  ["clean end in tool JSON", streamAnswer(upTo(inTools, "content_block_delta", 2))],
  ["end after a tool block, without a stop", streamAnswer(upTo(inTools, "content_block_stop", 1))],
  ["end after the stop reason, without a stop", streamAnswer(upTo(inTools, "message_delta", 0))],
  ["reset in text", streamAnswer(upTo(inText, "content_block_delta", 0), reset)],
  ["reset in tool JSON", streamAnswer(upTo(inTools, "content_block_delta", 2), reset)],
];

/** The same stream, whole. */
export const wholeToolCall: StubAnswer = streamAnswer(sse(inTools));

/** P34: ends each connection in the middle of the headers. */
export async function startHalfHeaders() {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-type: text/event-st"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { baseURL: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

/** P35: the type of an error in the middle of a stream, and whether another try may go well. */
export const errorTypes: [string, boolean][] = [
  ["overloaded_error", true],
  ["api_error", true],
  ["invalid_request_error", false],
];

export function errorInStream(type: string): StubAnswer {
  const event = { type: "error", error: { type, message: "It went wrong" }, request_id: "req_in_stream" };
  return streamAnswer(upTo(inText, "content_block_delta", 0) + sse([event]));
}

export const noJsonInStream: StubAnswer = streamAnswer(
  `${upTo(inText, "content_block_delta", 0)}event: ping\ndata: {oops\n\n`,
);

const badGateway: StubAnswer = (response) => {
  response.writeHead(502, { "content-type": "text/html" });
  response.end("<html><h1>502 Bad Gateway</h1></html>");
};

export const busy = (headers: Record<string, string>, status = 529) =>
  errorAnswer(status, "overloaded_error", "Overloaded", headers);

/** P36: what is tried again, and the status of each try. */
export const refusals: [string, StubAnswer, number][] = [
  ["429", errorAnswer(429, "rate_limit_error", "Slow down"), 429],
  ["529", busy({}), 529],
  ["500", errorAnswer(500, "api_error", "It broke"), 500],
  ["502 with a page of HTML", badGateway, 502],
  ["a date that is over", busy({ "retry-after": "Thu, 01 Jan 2015 00:00:00 GMT" }), 529],
  ["a negative wait", busy({ "retry-after": "-5" }), 529],
  ["garbage for a wait", busy({ "retry-after": "soon" }), 529],
];

const halfAnswer = messageEvents([{ type: "text", text: "Half an answer" }], "end_turn");

/** Writes again and again until the connection is closed. */
function drips(type: string, everyMs: number, part: () => string): StubAnswer {
  return (response) => {
    response.writeHead(200, { "content-type": type });
    response.write(part());
    const timer = setInterval(() => response.write(part()), everyMs);
    response.on("close", () => clearInterval(timer));
  };
}
const letters = (written: string) => {
  let next = 0;
  return () => written[next++ % written.length] ?? "";
};

/** P37: what goes on without any content. @param byteMs between two single bytes */
export function silences(byteMs: number): [string, StubAnswer][] {
  return [
    ["no headers", () => undefined],
    ["headers, then silence", streamAnswer("", () => undefined)],
    ["content, then silence", streamAnswer(sse(halfAnswer.slice(0, 3)), () => undefined)],
    ["pings only", drips("text/event-stream", 100, () => sse([{ type: "ping" }]))],
    ["comments only", drips("text/event-stream", 100, () => ": still here\n\n")],
    ["one byte after another of a stream", drips("text/event-stream", byteMs, letters(sse(halfAnswer)))],
    ["one byte after another of a body", drips("application/json", byteMs, letters('{"type":"message"'))],
    ["blanks that keep the connection open", drips("application/json", 100, () => " ")],
  ];
}

const answer = (status: number, type: string | null, body: string | Buffer) => (response: ServerResponse) => {
  response.writeHead(status, type === null ? {} : { "content-type": type });
  response.end(body);
};
const page = `<!doctype html><title>Sign in</title>${"<p>Who are you?</p>".repeat(7)}`;

/** P38: what arrives, what the error has to name, and how what it shows of it begins. */
export const wrongContents: [string, StubAnswer, RegExp, string | undefined][] = [
  ["a login page", answer(200, "text/html", page), /text\/html/, page.slice(0, 40)],
  [
    "JSON of something else",
    answer(200, "application/json", '{"ok":true}'),
    /application\/json/,
    '{"ok":true}',
  ],
  ["JSON that is no object", answer(200, "application/json", "[1]"), /application\/json/, "[1]"],
  [
    "nothing, with a stream's type",
    answer(200, "text/event-stream", ""),
    /before its first event/,
    undefined,
  ],
  ["nothing at all", answer(200, null, ""), /empty body/, undefined],
  ["204", answer(204, null, ""), /204/, undefined],
  [
    "text in another charset",
    answer(200, "text/html; charset=iso-8859-1", Buffer.from("Zugang gesperrt für Gäste", "latin1")),
    /iso-8859-1/,
    "Zugang gesperrt",
  ],
  ["a page that says it is a stream", answer(200, "text/event-stream", page), /stream/, page.slice(0, 40)],
];

/** P38: no fault. */
export const markedStream = answer(
  200,
  "text/event-stream",
  Buffer.from(`\uFEFF${sse(messageEvents([{ type: "text", text: "Grüße" }], "end_turn"))}`),
);

/** P38: a secret that lies across the cut of what is shown. */
export const pageQuoting = (secret: string) =>
  answer(200, "text/html", `${"x".repeat(190)}${secret}${"y".repeat(50)}`);
