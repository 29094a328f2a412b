// What does the Messages API answer, when the simulator is asked instead?

import { answerMessages, refusal } from "./answer-messages";
import { type ApiError, errorTypeFor } from "./api/api-error";
import { listedModelById } from "./api/model-catalogue";
import { modelInfo, modelPage } from "./api/model-info";
import { commonHeaders, jsonType } from "./api/response-headers";
import { type CacheDiagnosis, createCacheDiagnosis } from "./cache/cache-diagnosis";
import { createPromptCache, type PromptCache } from "./cache/prompt-cache";
import { type ContainerShelf, createContainerShelf } from "./containers/container-shelf";
import { countedTokens } from "./count-tokens";
import type { Fault } from "./faults/fault";
import { seededId } from "./json/seed";
import { parsePath } from "./path";
import { requestSeed } from "./request-seed";
import { type ReceivedBody, receivedBody } from "./rulebook/body-rules";
import { betasOf, type RequestHead } from "./rulebook/header-rules";
import { routeQuestion } from "./rulebook/route-rules";
import { judge, judgeRoute } from "./rulebook/rulebook";
import { scenarios } from "./scenarios";
import type { Pace, Script } from "./script/script";
import { createScriptShelf, type Playable, type PlayableSource, type ScriptShelf } from "./script-shelf";
import type { Chunks } from "./stream/stream-bytes";
import { createThreadStore, type ThreadStore } from "./threads/thread-store";
import { openThreadTurn } from "./threads/thread-turn";

export type SimulatorRequest = {
  method: string;
  /** The path after the mount, without the query: `/v1/messages` or `/~four-parallel-calls/v1/messages`. */
  path: string;
  query: string;
  /** As received: order, case and repeats kept. */
  headers: readonly (readonly [name: string, value: string])[];
  body: string;
  /** Aborts when the caller has gone. */
  signal?: AbortSignal;
};

export type SimulatorResponse = {
  status: number;
  headers: [string, string][];
  /** Chunks where a stream of events is all there at once: see `streamBytes` for how long each may be used. */
  body: string | Chunks | ReadableStream<Uint8Array>;
};

export type SimulatorOptions = {
  /** How fast replies come where neither script nor path says; a rate of 0 or Infinity is as fast as the reader reads. */
  pace?: Pace;
  /** How many registered names are kept; the least recently used goes first. */
  maxScripts?: number;
};

export type Simulator = {
  handle(request: SimulatorRequest): Promise<SimulatorResponse>;
  /**
   * Makes a script answer under `/~<name>`, with its own count of attempts; a source without a script is the heuristic
   * model with faults or a pace of its own. Throws a ZodError where script or faults are none.
   */
  registerScript(name: string, source: Script | PlayableSource, faults?: readonly Fault[]): void;
};

const pleasantPace: Pace = { timeToFirstTokenMs: 250, tokensPerSecond: 120 };
const noPace: Pace = { timeToFirstTokenMs: 0, tokensPerSecond: 0 };

/** A Messages API in memory. `handle` answers anything with the API's own envelope and never rejects. */
export function createSimulator({ pace = pleasantPace, maxScripts = 200 }: SimulatorOptions = {}): Simulator {
  const shelf = createScriptShelf(builtInPlayables(), maxScripts);
  const threads = createThreadStore();
  const promptCache = createPromptCache();
  const containers = createContainerShelf();
  const diagnosis = createCacheDiagnosis();
  const plain = { faults: [], attempts: { next: () => 1, answered: () => undefined } };
  return {
    async handle(request) {
      const body = receivedBody(request.body);
      const seed = requestSeed(request, body);
      const requestId = seededId("req_", seed);
      try {
        return await answer(request, {
          body,
          seed,
          requestId,
          shelf,
          threads,
          promptCache,
          containers,
          diagnosis,
          plain,
          pace,
        });
      } catch (error) {
        // Whatever goes wrong in here is the simulator's fault, and the caller hears of it as of any other server's.
        console.error("The simulator failed to answer", error);
        return refusal(errorOf(500, "Internal server error"), { request, requestId });
      }
    },
    registerScript(name, source, faults = []) {
      shelf.register(name, "turns" in source ? { script: source, faults } : source);
    },
  };
}

type Desk = {
  body: ReceivedBody;
  seed: string;
  requestId: string;
  shelf: ScriptShelf;
  threads: ThreadStore;
  promptCache: PromptCache;
  containers: ContainerShelf;
  diagnosis: CacheDiagnosis;
  plain: Playable;
  pace: Pace;
};

async function answer(request: SimulatorRequest, desk: Desk): Promise<SimulatorResponse> {
  const { scriptName, apiPath } = parsePath(request.path);
  const exchange = { request, requestId: desk.requestId, seed: desk.seed };
  const playable = scriptName === undefined ? desk.plain : desk.shelf.find(scriptName);
  if (playable === undefined) return refusal(unknownScript(scriptName ?? "", desk.shelf), exchange);

  const head = headOf(request);
  const route = `${request.method.toUpperCase()} ${apiPath}`;
  if (route === "POST /v1/messages") {
    const scope = scriptName ?? "";
    const judgement = judge("create", head, desk.body, {
      findThread: (id) => desk.threads.find(scope, id),
      findContainer: (id) => desk.containers.find(scope, id),
    });
    if ("refused" in judgement) return refusal(judgement.refused, exchange);
    const threadTurn = openThreadTurn(desk.threads, scope, judgement.accepted.request);
    return answerMessages(judgement.accepted, {
      ...exchange,
      scope,
      playable,
      containers: desk.containers,
      diagnosis: desk.diagnosis,
      promptCache: desk.promptCache,
      defaultPace: desk.pace,
      ...(threadTurn !== undefined && { threadTurn }),
    }).catch((error: unknown) => {
      threadTurn?.settle(false);
      throw error;
    });
  }
  if (route === "POST /v1/messages/count_tokens") {
    const judgement = judge("count-tokens", head, desk.body);
    if ("refused" in judgement) return refusal(judgement.refused, exchange);
    return json(countedTokens(judgement.accepted), exchange);
  }
  const refused = judgeRoute(head, route);
  if (refused !== undefined) return refusal(refused, exchange);
  return answerModels(route, betasOf(head), exchange);
}

function answerModels(
  route: string,
  betas: readonly string[],
  exchange: { request: SimulatorRequest; requestId: string },
): SimulatorResponse {
  if (route === "GET /v1/models") {
    const page = modelPage(new URLSearchParams(exchange.request.query), betas);
    return "flaw" in page ? refusal(errorOf(400, page.flaw), exchange) : json(page, exchange);
  }
  const model = listedModelById(routeQuestion(route).modelId ?? "");
  if (model === undefined) throw new Error(`The rules let ${route} through, but nothing answers it`);
  return json(modelInfo(model, betas), exchange);
}

function json(
  value: object,
  { request, requestId }: { request: SimulatorRequest; requestId: string },
): SimulatorResponse {
  const headers: [string, string][] = [...commonHeaders(requestId, request.headers), jsonType];
  return { status: 200, headers, body: JSON.stringify(value) };
}

/** Headers by name, whatever its case; repeats are joined as HTTP allows. */
function headOf({ headers }: SimulatorRequest): RequestHead {
  const values = new Map<string, string>();
  for (const [given, value] of headers) {
    const name = given.toLowerCase();
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return { header: (name) => values.get(name) };
}

function unknownScript(name: string, shelf: ScriptShelf): ApiError {
  const advice = `Use one of these in the path, or no ~ segment at all: ${shelf.names.map((known) => `~${known}`).join(", ")}`;
  return errorOf(404, `No scenario or script is named '${name}', or it has been forgotten. ${advice}`);
}

function errorOf(status: number, message: string): ApiError {
  return { status, type: errorTypeFor(status), message };
}

function builtInPlayables(): ReadonlyMap<string, PlayableSource> {
  const playables = new Map<string, PlayableSource>(scenarios.map((scenario) => [scenario.name, scenario]));
  playables.set("instant", { pace: noPace });
  return playables;
}
