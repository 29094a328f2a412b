// How does one call run inside an interpreter of its own?
import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from "quickjs-emscripten-core";
import { failureText } from "./guest-failure";
import { guestPrelude } from "./guest-prelude";
import { mostOpenHostCalls, mostResultCharacters, sandboxStackBytes } from "./sandbox-limits";
import type { FetchRequest, FetchResponse, SandboxJob, SandboxOutcome } from "./sandbox-message";

/** What the code inside may ask of the outside. */
export type GuestHost = {
  readonly log: (line: string) => void;
  readonly sleep: (ms: number) => Promise<void>;
  /** Rejects with an Error whose message may be shown. */
  readonly fetch: (request: FetchRequest) => Promise<FetchResponse>;
  readonly randomUUID: () => string;
};

/** Runs a job to its end. @returns its value or failure; throws only where the interpreter itself broke */
export async function runGuest(
  quickjs: QuickJSWASMModule,
  job: SandboxJob,
  host: GuestHost,
): Promise<SandboxOutcome> {
  const runtime = quickjs.newRuntime();
  runtime.setMaxStackSize(sandboxStackBytes);
  const context = runtime.newContext();
  return createGuest(context, host).run(job);
}

/** Nothing here is disposed of one by one: the interpreter goes as a whole, with its memory, when the call is over. */
function createGuest(context: QuickJSContext, host: GuestHost) {
  let openHostCalls = 0;
  let settled: () => void = () => undefined;

  /** A promise inside for one outside. The outcome is put in when it comes, and whoever waits for it goes on. */
  function hostCall<Value>(work: Promise<Value>, handleOf: (value: Value) => QuickJSHandle): QuickJSHandle {
    const deferred = context.newPromise();
    openHostCalls += 1;
    const over = (finish: () => void) => {
      openHostCalls -= 1;
      finish();
      settled();
    };
    work.then(
      (value) => over(() => deferred.resolve(handleOf(value))),
      (cause) =>
        over(() => deferred.reject(context.newError(String(cause instanceof Error ? cause.message : cause)))),
    );
    return deferred.handle;
  }

  function refuseTooMany(): void {
    if (openHostCalls >= mostOpenHostCalls)
      throw new Error(
        `more than ${mostOpenHostCalls} calls of fetch and sleep are open at a time: await some first`,
      );
  }

  function hostObject(): QuickJSHandle {
    const object = context.newObject();
    const define = (name: string, body: (argument: QuickJSHandle) => QuickJSHandle) =>
      context.setProp(object, name, context.newFunction(name, body));
    define("log", (line) => {
      host.log(context.getString(line));
      return context.undefined;
    });
    define("sleep", (ms) => {
      refuseTooMany();
      return hostCall(host.sleep(context.getNumber(ms)), () => context.undefined);
    });
    define("fetch", (request) => {
      refuseTooMany();
      return hostCall(host.fetch(fetchRequest(context.getString(request))), responseHandle);
    });
    define("randomUUID", () => context.newString(host.randomUUID()));
    return object;
  }

  function responseHandle({ body, ...meta }: FetchResponse): QuickJSHandle {
    const parts = context.newArray();
    context.setProp(parts, 0, context.newString(JSON.stringify(meta)));
    context.setProp(parts, 1, context.newString(new TextDecoder().decode(body)));
    context.setProp(parts, 2, context.newArrayBuffer(body.buffer));
    return parts;
  }

  function failure(error: QuickJSHandle): SandboxOutcome {
    return { kind: "failure", text: failureText(context, error) };
  }

  function valueOutcome(value: QuickJSHandle): SandboxOutcome {
    if (context.typeof(value) !== "string") return { kind: "value", json: null };
    const length = context.getNumber(context.getProp(value, "length"));
    if (length > mostResultCharacters) return { kind: "failure", text: tooLargeText(length) };
    return { kind: "value", json: context.getString(value) };
  }

  /** Runs what is ready inside, waits for the outside, and again, until the promise is settled. */
  async function settle(promise: QuickJSHandle): Promise<SandboxOutcome> {
    for (;;) {
      const jobs = context.runtime.executePendingJobs();
      if (jobs.error !== undefined) return failure(jobs.error);
      const state = context.getPromiseState(promise);
      if (state.type === "fulfilled") return valueOutcome(state.value);
      if (state.type === "rejected") return failure(state.error);
      if (openHostCalls === 0) return { kind: "failure", text: neverText };
      await new Promise<void>((resolve) => {
        settled = resolve;
      });
    }
  }

  return {
    async run({ source, inputJson }: SandboxJob): Promise<SandboxOutcome> {
      const prelude = context.unwrapResult(context.evalCode(guestPrelude, "prelude.js"));
      const start = context.unwrapResult(context.callFunction(prelude, context.undefined, hostObject()));
      // The line of the parenthesis is the source's first: line numbers in errors are those of the editor.
      const compiled = context.evalCode(`(${source}\n)`, sourceName);
      if (compiled.error !== undefined) return failure(compiled.error);
      const called = context.callFunction(
        start,
        context.undefined,
        compiled.value,
        context.newString(inputJson),
      );
      return called.error === undefined ? settle(called.value) : failure(called.error);
    },
  };
}

const sourceName = "tool.js";

const neverText =
  "Error: the function awaits something that never happens, and nothing is left that could wake it.";

function tooLargeText(characters: number): string {
  const millions = (count: number) => (count / 1_000_000).toFixed(1);
  return (
    `Error: the result is ${millions(characters)} million characters of JSON, more than the ` +
    `${millions(mostResultCharacters)} million a tool result may have here. Return less: a page, or a summary.`
  );
}

/** The prelude wrote this text, so its shape is known. */
function fetchRequest(text: string): FetchRequest {
  const [url, method, headers, body] = JSON.parse(text);
  return { url, method, headers, body };
}
