// `npm run bench`: what the whole path costs, as ratios against something run beside it. Prints a table, writes JSON.
// `npm run bench -- --only simulator` measures the simulator alone, without a build.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bareSdkLoop } from "../bench/bare-sdk-loop.mjs";
import {
  aiSdkRun,
  buildNext,
  lookupSchema,
  startNext,
  startStub,
  toolscopeRun,
} from "../bench/contenders.mjs";
import { measurePacedRuns } from "../bench/paced-runs.mjs";
import { measureSimulator } from "../bench/simulator.mjs";
import { build } from "./lib/build.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { main, root, StepFailure, step } from "./lib/steps.mjs";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "15" }, only: { type: "string", default: "" } },
});
const rounds = Number(values.rounds);
const warmUps = 3;
/** The AI SDK takes seconds for what the others do in a tenth of one: fewer of its runs are enough for a median. */
const aiEvery = 5;

const fixedTool = {
  name: "lookup",
  description: "Looks a key up.",
  inputSchema: lookupSchema,
  handler: { kind: "fixed", content: "value of {{input.key}}" },
};
const bareTool = {
  definition: { name: "lookup", description: "Looks a key up.", input_schema: lookupSchema },
  run: async ({ key }) => `value of ${key}`,
};
/** Calls that take 200 ms, so that what the batch adds to its slowest call can be told from noise. */
const slowTool = { ...fixedTool, handler: { ...fixedTool.handler, delayMs: 200 } };

await main(async () => {
  checkNode();
  if (!["", "simulator"].includes(values.only)) {
    throw new StepFailure(`--only ${values.only} is no part of the benchmark: there is --only simulator.`);
  }
  await install();
  const simulator = await measuredSimulator();
  if (values.only === "simulator") return report({ rows: simulatorRows(simulator), data: { simulator } });
  await build();
  await step("build ai", () => buildNext(join(root, "bench/ai-sdk-app")));
  const contenders = {
    stub: await startStub(),
    batchStub: await startStub(20, 16, 2),
    toolscope: await startNext(root),
    aiSdk: await startNext(join(root, "bench/ai-sdk-app")),
  };
  try {
    let many;
    await step("many runs", async () => {
      many = await measurePacedRuns(contenders.toolscope.origin, { runs: 50, perSecond: 50, seconds: 30 });
    });
    await step("measure", () => measure(contenders, simulator, many));
  } finally {
    for (const { child } of Object.values(contenders)) child.kill();
  }
});

async function measuredSimulator() {
  let measured;
  await step("simulator", async () => {
    measured = await measureSimulator(rounds * 100);
  });
  return measured;
}

/** The contenders take turns, so that whatever else the machine does falls on all of them alike. */
async function measure({ stub, batchStub, toolscope, aiSdk }, simulator, many) {
  const walls = { bare: [], whole: [], ai: [] };
  const batches = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const bare = await bareSdkLoop(stub.baseURL, bareTool);
    const { wallMs: whole, text } = await toolscopeRun(toolscope.origin, stub.baseURL, [fixedTool]);
    countDeltas(text);
    const ai = round % aiEvery === 0 || round === -1 ? await aiSdkRun(aiSdk.origin, stub.baseURL) : undefined;
    const batch = batchOf((await toolscopeRun(toolscope.origin, batchStub.baseURL, [slowTool])).text);
    if (round < 0) continue;
    walls.bare.push(bare);
    walls.whole.push(whole);
    if (ai !== undefined) walls.ai.push(ai);
    batches.push(batch);
  }
  const rows = [...pathRows({ walls, batches }), manyRow(many), ...simulatorRows(simulator)];
  const { lost, p95Ms } = many;
  report({ rows, data: { walls, batches, manyRuns: { lost, p95Ms }, simulator } });
}

/** Every delta of the provider must have reached the reader: a fast path that drops events is no path. */
function countDeltas(text) {
  const count = text.split('"text_delta"').length - 1;
  if (count !== 12_000) throw new Error(`${count} of 12,000 deltas reached the reader`);
}

function batchOf(text) {
  const events = [...text.matchAll(/^data: (\{.*"type":"(?:batch|tool-call)-.*)$/gm)].map((match) =>
    JSON.parse(match[1]),
  );
  const at = (type) => events.filter((event) => event.type === type).map((event) => event.at);
  const starts = new Map(
    events.filter((event) => event.type === "tool-call-start").map((event) => [event.toolCallId, event.at]),
  );
  const durations = events
    .filter((event) => event.type === "tool-call-end")
    .map((event) => event.at - starts.get(event.toolCallId));
  if (durations.length !== 16) throw new Error(`${durations.length} of 16 calls ended`);
  return { wallMs: at("batch-end")[0] - at("batch-start")[0], slowestMs: Math.max(...durations) };
}

function manyRow({ lost, p95Ms }) {
  return [
    "50 runs x 50 events/s x 30 s: provider to reader, p95",
    `${p95Ms.toFixed(1)} ms, ${lost} lost`,
    "<= 100 ms, 0 lost",
    p95Ms <= 100 && lost === 0,
  ];
}

function simulatorRows({ simulator, bare, pace }) {
  // Of pairs that ran one right after the other, so that what else the machine does is in both alike.
  const instant = median(simulator.map((wall, round) => wall / bare[round]));
  const off = Math.max(...pace.map(Math.abs));
  return [
    [
      "simulator, instant 4,000 deltas / bare server",
      ratioOf(instant, median(simulator), median(bare)),
      "<= 2",
      instant <= 2,
    ],
    ["200 paced streams: farthest from its pace", `${(off * 100).toFixed(1)} %`, "<= 5 %", off <= 0.05],
  ];
}

function pathRows({ walls, batches }) {
  const bare = median(walls.bare);
  const whole = median(walls.whole);
  const ai = median(walls.ai);
  const batchWall = median(batches.map((batch) => batch.wallMs));
  const slowest = median(batches.map((batch) => batch.slowestMs));
  const overSlowest = median(batches.map((batch) => batch.wallMs - 1.02 * batch.slowestMs));
  return [
    ["whole path / bare SDK loop", ratio(whole, bare), "<= 1.25", whole / bare <= 1.25],
    ["AI SDK behind a route / whole path", ratio(ai, whole), ">= 4", ai / whole >= 4],
    ["batch of 16: wall / slowest call", ratio(batchWall, slowest), "<= 1.02 + 5 ms", overSlowest <= 5],
  ];
}

function report({ rows, data }) {
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, load ${loadavg()[0].toFixed(1)}`;
  const table = [
    "| what | measured | target | |",
    "|---|---|---|---|",
    ...rows.map(
      ([what, measured, target, met]) => `| ${what} | ${measured} | ${target} | ${met ? "met" : "missed"} |`,
    ),
  ];
  process.stdout.write(`\n${machine}; medians of ${rounds} rounds, in turn\n\n${table.join("\n")}\n\n`);
  mkdirSync(join(root, "bench-results"), { recursive: true });
  const file = join(root, "bench-results", `${new Date().toISOString().replaceAll(":", "-")}.json`);
  writeFileSync(file, JSON.stringify({ machine, rounds, ...data, rows }, null, 2));
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

function ratio(one, other) {
  return ratioOf(one / other, one, other);
}

function ratioOf(quotient, one, other) {
  return `${quotient.toFixed(2)} (${one.toFixed(1)} ms / ${other.toFixed(1)} ms)`;
}
