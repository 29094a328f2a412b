// An MCP server over stdio, written by hand so that it can misbehave: the first argument says how.
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [how = "well", ...rest] = process.argv.slice(2);
const schema = { type: "object", properties: { text: { type: "string" } } };
const megabyte = "x".repeat(1_000_000);
const print = (text) => process.stdout.write(`${text}\n`);
const say = (message) => print(JSON.stringify({ jsonrpc: "2.0", ...message }));
const text = (value) => ({ content: [{ type: "text", text: value }] });
const tool = (name, more = {}) => ({ name, description: `The tool ${name}.`, inputSchema: schema, ...more });

if (process.env.MARKER) appendFileSync(process.env.MARKER, `${process.pid}\n`);
if (how === "exit") {
  console.error("cannot find my database");
  process.exit(3);
}
if (how === "babbles") print("Server listening on stdio!");
if (how === "babbles-forever") setInterval(() => print("la ".repeat(20_000)), 0);
if (how === "shouts") setInterval(() => process.stderr.write(megabyte), 0);
if (how === "has-a-child") {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
  appendFileSync(rest[0], String(child.pid));
}
if (how === "stays") for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => undefined);

const lists = {
  "ten-thousand-tools": () => ({
    tools: Array.from({ length: 10_000 }, (_, index) => tool(`tool_${index}`)),
  }),
  "circling-list": ({ cursor }) => ({
    tools: [tool(`page_${cursor ?? "a"}`)],
    nextCursor: cursor === "b" ? "a" : "b",
  }),
  "odd-tools": () => ({
    tools: [
      tool("twice"),
      tool("twice"),
      { name: "no-schema" },
      { description: "no name" },
      tool("über.die/Länge"),
      tool("huge", { description: megabyte }),
      tool("old", { inputSchema: { $schema: "http://json-schema.org/draft-07/schema#", ...schema } }),
    ],
  }),
};

const calls = {
  echo: ({ text: said }) => text(`You said ${said}.`),
  environment: () => text(JSON.stringify(process.env)),
  arguments: () => text(JSON.stringify(rest)),
  folder: () => text(process.cwd()),
  fails: () => ({ ...text("The printer is on fire."), isError: true }),
  structured: () => ({ content: [], structuredContent: { celsius: 21 } }),
  mixed: () => ({
    content: [
      { type: "text", text: "" },
      { type: "audio", data: "AAAA", mimeType: "audio/wav" },
      { type: "resource_link", uri: "file:///a.txt", name: "a.txt" },
      { type: "image", data: "AAAA", mimeType: "image/tiff" },
      { type: "resource", resource: { uri: "file:///b.txt", mimeType: "text/plain", text: "b" } },
      { type: "hologram", depth: 3 },
    ],
  }),
  large: () => text(megabyte.repeat(12)),
};

const misdeeds = {
  "one long line": () => {
    for (let count = 0; count < 100; count += 1) process.stdout.write(megabyte);
  },
  flood: () => {
    const line = JSON.stringify({
      jsonrpc: "2.0",
      method: "notifications/message",
      params: { level: "info", data: "x" },
    });
    const block = `${line}\n`.repeat(10_000);
    for (let count = 0; count < 120; count += 1) process.stdout.write(block);
  },
  die: () => {
    console.error("out of memory, I think");
    process.exit(7);
  },
  silence: () => undefined,
  deep: ({ id }) =>
    print(`{"jsonrpc":"2.0","id":${id},"result":{"content":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`),
  error: ({ id }) => say({ id, error: { code: -32602, message: "I do not like this text" } }),
  storm: ({ id }) => {
    const line = JSON.stringify({ jsonrpc: "2.0", method: "notifications/tools/list_changed" });
    process.stdout.write(`${line}\n`.repeat(5_000));
    say({ id, result: text("calm again") });
  },
  progress: ({ id, params }) => {
    const { progressToken } = params._meta;
    say({
      method: "notifications/progress",
      params: { progressToken, progress: 1, total: 2, message: "half" },
    });
    say({ method: "notifications/message", params: { level: "warning", data: "careful" } });
    setTimeout(() => say({ id, result: text("done") }), 50);
  },
};

function answer(message) {
  const { id, method, params = {} } = message;
  if (method === "initialize") {
    if (how === "silent") return;
    const { protocolVersion } = params;
    const serverInfo = { name: "odd", version: "1.0.0" };
    say({ id, result: { protocolVersion, capabilities: { tools: { listChanged: true } }, serverInfo } });
  } else if (method === "tools/list") {
    const every = { tools: [...Object.keys(calls), ...Object.keys(misdeeds)].map((name) => tool(name)) };
    say({ id, result: lists[how]?.(params) ?? every });
  } else if (method === "tools/call") {
    const misdeed = misdeeds[params.name];
    if (misdeed !== undefined) misdeed(message);
    else
      say({
        id,
        result: calls[params.name]?.(params.arguments ?? {}) ?? { ...text("no such tool"), isError: true },
      });
  }
}

createInterface({ input: process.stdin }).on("line", (line) => answer(JSON.parse(line)));
if (how === "stays") setInterval(() => undefined, 1_000);
