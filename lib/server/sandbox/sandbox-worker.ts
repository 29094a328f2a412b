// What does a sandbox thread do with the calls it is sent?
import { parentPort } from "node:worker_threads";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, newVariant } from "quickjs-emscripten-core";
import { type GuestHost, runGuest } from "./guest";
import { memoryText } from "./guest-failure";
import { mostLogCharacters, mostLogLines, sandboxInitialBytes, sandboxMemoryBytes } from "./sandbox-limits";
import type { FetchResponse, FromThread, SandboxJob, SandboxOutcome, ToThread } from "./sandbox-message";

type Waiting = {
  readonly resolve: (response: FetchResponse) => void;
  readonly reject: (error: Error) => void;
};

const port = parentPort;
if (port === null) throw new Error("sandbox-worker runs in a thread only");
const send = (message: FromThread) => port.postMessage(message);
const fetches = new Map<number, Waiting>();
let fetchCount = 0;

port.on("message", (message: ToThread) => {
  if (message.type === "job") void work(message.job);
  else if (message.type === "fetched") takeFetch(message.id)?.resolve(message.response);
  else takeFetch(message.id)?.reject(new Error(message.reason));
});

function takeFetch(id: number): Waiting | undefined {
  const waiting = fetches.get(id);
  fetches.delete(id);
  return waiting;
}

/** A memory of its own for each call: its ceiling is the only memory limit of the interpreter that holds. */
async function work(job: SandboxJob): Promise<void> {
  const pages = (bytes: number) => bytes / 65_536;
  const memory = new WebAssembly.Memory({
    initial: pages(sandboxInitialBytes),
    maximum: pages(sandboxMemoryBytes),
  });
  try {
    const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory: memory }));
    const outcome = explained(await runGuest(quickjs, job, createHost()), memory);
    send({
      type: "done",
      outcome,
      reusable: memory.buffer.byteLength <= sandboxInitialBytes && fetches.size === 0,
    });
  } catch (cause) {
    send({ type: "done", outcome: brokenOutcome(memory, cause), reusable: false });
  }
}

/** Without memory for an error object the interpreter throws null, some way below the ceiling: it grows in steps. */
function explained(outcome: SandboxOutcome, memory: WebAssembly.Memory): SandboxOutcome {
  const isNull = outcome.kind === "failure" && outcome.text === "Error: null";
  return isNull && nearCeiling(memory) ? { kind: "failure", text: memoryText } : outcome;
}

function nearCeiling(memory: WebAssembly.Memory): boolean {
  return memory.buffer.byteLength > sandboxMemoryBytes / 2;
}

/** The interpreter itself gave up: at its memory's ceiling it can, and a deep value can exhaust the thread's stack. */
function brokenOutcome(memory: WebAssembly.Memory, cause: unknown): SandboxOutcome {
  if (nearCeiling(memory)) return { kind: "failure", text: memoryText };
  const reason = cause instanceof RangeError ? "a value is nested too deeply" : String(cause);
  return { kind: "failure", text: `Error: the sandbox could not go on: ${reason}.` };
}

function createHost(): GuestHost {
  let lines = 0;
  let characters = 0;
  return {
    log: (line) => {
      if (lines > mostLogLines) return;
      lines += 1;
      characters += line.length;
      const full = lines > mostLogLines || characters > mostLogCharacters;
      if (full) lines = mostLogLines + 1;
      send({ type: "log", line: full ? "… further lines are left out" : line });
    },
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 2_147_483_647))),
    fetch: (request) =>
      new Promise((resolve, reject) => {
        fetchCount += 1;
        fetches.set(fetchCount, { resolve, reject });
        send({ type: "fetch", id: fetchCount, request });
      }),
    randomUUID: () => crypto.randomUUID(),
  };
}
