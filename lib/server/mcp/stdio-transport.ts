// How do messages go to a program on this machine and back, whatever it prints?
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import { parsedJson } from "@/lib/protocol/parsed-json";
import { createByteBudget, floodText, longMessageText, mostMessageBytes } from "./byte-budget";
import { createLineReader } from "./line-reader";
import { type ObservedTransport, readMessage } from "./observed-transport";
import { type ProcessGroup, startProcessGroup } from "./process-group";
import type { StdioEntry } from "./server-entry";

const keptStderr = 2_000;
const shownLine = 200;
/** Bytes that may wait to be read by the program before it counts as one that does not read. */
const mostUnread = 16_000_000;
const patience = { inputMs: 1_000, signalMs: 2_000 };

/**
 * One JSON-RPC message a line, as MCP has it. Other lines are noticed and passed over. A program that floods is ended; what
 * it writes to its error output is read, at a bounded pace, and all but the end of it forgotten.
 *
 * @param env the whole environment of the program
 */
export function stdioTransport(entry: StdioEntry, env: Readonly<Record<string, string>>): ObservedTransport {
  const budget = createByteBudget();
  let group: ProcessGroup | null = null;
  let ending: string | null = null;
  let closed = false;
  let stderr = "";

  const closeWith = (reason: string) => {
    ending ??= reason;
    if (closed) return;
    closed = true;
    transport.onclose?.();
  };
  const cutOff = (reason: string) => {
    ending ??= reason;
    group?.child.stdout.destroy();
    group?.kill();
  };
  const takeLine = (line: string) => {
    if (line.trim() === "" || closed) return;
    const value = parsedJson(line);
    for (const each of Array.isArray(value) ? value : [value]) {
      const message = readMessage(each);
      if (message === null) {
        transport.onnotice?.(
          `It printed what is no MCP message: ${JSON.stringify(line.slice(0, shownLine))}`,
        );
        return;
      }
      transport.onmessage?.(message);
    }
  };

  const start = () =>
    new Promise<void>((resolve, reject) => {
      try {
        group = startProcessGroup(entry.command, entry.args, { cwd: entry.cwd, env });
      } catch (error) {
        closeWith(`it could not be started: ${error instanceof Error ? error.message : String(error)}`);
        reject(new Error(ending ?? ""));
        return;
      }
      const { child } = group;
      let lines = 0;
      const read = createLineReader(mostMessageBytes, (line) => {
        lines += 1;
        takeLine(line);
      });
      child.once("spawn", resolve);
      child.once("error", (error) => {
        closeWith(startProblem(error, entry));
        reject(new Error(ending ?? ""));
      });
      child.stdout.on("data", (chunk: Buffer) => {
        lines = 0;
        if (!read(chunk)) cutOff(longMessageText);
        else if (!budget.spend(chunk.length, lines)) cutOff(floodText);
      });
      keepTail(child.stderr, (text) => {
        stderr = (stderr + text).slice(-keptStderr);
      });
      // The program may be gone before it read what was sent.
      for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.on("error", () => undefined);
      child.once("close", (code, signal) => closeWith(exitText(code, signal, stderr)));
    });

  const send = (message: JSONRPCMessage) =>
    new Promise<void>((resolve, reject) => {
      const stdin = group?.child.stdin;
      if (stdin === undefined || !stdin.writable) {
        reject(new Error(ending ?? "it is not connected"));
        return;
      }
      if (stdin.writableLength > mostUnread) cutOff("it does not read what is sent to it");
      stdin.write(`${JSON.stringify(message)}\n`, (error) =>
        error ? void setTimeout(reject, lastWordsMs, error) : resolve(),
      );
    });

  const close = async () => {
    ending ??= "the connection was closed";
    await group?.end(patience);
    closeWith(ending);
  };

  const transport: ObservedTransport = { start, send, close, ending: () => ending };
  return transport;
}

/** A program that dies breaks its pipe, and is heard to have ended a moment later: how it ended says more. Milliseconds. */
const lastWordsMs = 500;
const mostStderrBurst = 1_000_000;

/** A program that floods its error output waits for us, not we for it. */
function keepTail(stream: NodeJS.ReadableStream, keep: (text: string) => void): void {
  let burst = 0;
  stream.on("data", (chunk: Buffer) => {
    keep(chunk.subarray(-keptStderr).toString("utf8"));
    burst += chunk.length;
    if (burst < mostStderrBurst) return;
    burst = 0;
    stream.pause();
    setTimeout(() => stream.resume(), 500).unref();
  });
}

function startProblem(error: Error, { command, cwd }: StdioEntry): string {
  const code = "code" in error ? error.code : undefined;
  if (code === "ENOENT")
    return `it could not be started: there is no program ${JSON.stringify(command)}, or no folder ${JSON.stringify(cwd)}`;
  if (code === "EACCES") return `it could not be started: ${JSON.stringify(command)} may not be run`;
  return `it could not be started: ${error.message}`;
}

function exitText(code: number | null, signal: string | null, stderr: string): string {
  const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
  const words = stderr.trim();
  return words === "" ? `it ${how}` : `it ${how}. Its last words: ${words}`;
}
