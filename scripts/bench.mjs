// `npm run bench`: what the whole path costs, as ratios against something run beside it. Prints a table, writes JSON.
// `npm run bench -- --only simulator` measures one part of it; others are path, many, loop and browser.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bareSdkLoop } from "../bench/bare-sdk-loop.mjs";
import { measureFirstLoad, measureFlood, measureOpening, withBrowser } from "../bench/browser.mjs";
import {
  aiSdkRun,
  buildNext,
  lookupSchema,
  startNext,
  startRun,
  startStub,
  toolscopeRun,
} from "../bench/contenders.mjs";
import { longLoopStub, measureLongLoop } from "../bench/long-loop.mjs";
import { measurePacedRuns, quantile } from "../bench/paced-runs.mjs";
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

const parts = {
  simulator: measuredSimulator,
  path: measuredPath,
  many: measuredManyRuns,
  loop: measuredLoop,
  browser: measuredBrowser,
};

await main(async () => {
  checkNode();
  const wanted = values.only === "" ? Object.keys(parts) : [values.only];
  if (!wanted.every((part) => part in parts)) {
    const known = Object.keys(parts).join(", ");
    throw new StepFailure(`--only ${values.only} is no part of the benchmark: there is ${known}.`);
  }
  await install();
  if (wanted.some((part) => part !== "simulator")) await build();
  const rows = [];
  const data = {};
  for (const part of wanted) {
    await step(part, async () => {
      const load = loadavg()[0];
      const measured = await parts[part]();
      rows.push(...measured.rows);
      data[part] = { load, ...measured.data };
    });
  }
  report({ rows, data });
});

/** @returns what `use` makes of the server and whatever is started beside it, all of which is gone afterwards */
async function withStarted(started, use) {
  const processes = Object.fromEntries(
    await Promise.all(Object.entries(started).map(async ([name, start]) => [name, await start])),
  );
  try {
    return await use(processes);
  } finally {
    for (const { child } of Object.values(processes)) child.kill();
  }
}

async function measuredSimulator() {
  const data = await measureSimulator(rounds * 100);
  return { rows: simulatorRows(data), data };
}

async function measuredManyRuns() {
  return withStarted({ toolscope: startNext(root) }, async ({ toolscope }) => {
    const { lost, p95Ms } = await measurePacedRuns(toolscope.origin, {
      runs: 50,
      perSecond: 50,
      seconds: 30,
    });
    return { rows: [manyRow({ lost, p95Ms })], data: { lost, p95Ms } };
  });
}

async function measuredLoop() {
  const started = { toolscope: startNext(root), stub: startStub(...longLoopStub) };
  return withStarted(started, async ({ toolscope, stub }) => {
    const costs = await measureLongLoop(toolscope.origin, stub.baseURL, fixedTool, rounds);
    // Of pairs that ran one right after the other, as with the simulator.
    const growth = median(costs.late.map((late, round) => late / costs.early[round]));
    const row = [
      "turn 200 / turn 10, requests of one size",
      ratioOf(growth, median(costs.late), median(costs.early)),
      "<= 1.2",
      growth <= 1.2,
    ];
    return { rows: [row], data: costs };
  });
}

async function measuredBrowser() {
  const started = { toolscope: startNext(root), flood: startStub(10_000, 1, 10) };
  return withStarted(started, ({ toolscope, flood }) =>
    withBrowser(async (browser) => {
      const load = await measureFirstLoad(browser, toolscope.origin);
      const start = () => startRun(toolscope.origin, flood.baseURL, [fixedTool]);
      const { tasks, elements, wallMs } = await measureFlood(browser, toolscope.origin, start);
      const { times, events } = await measureOpening(browser, toolscope.origin, 5);
      return {
        rows: browserRows({ load, tasks, elements, wallMs, times, events }),
        data: {
          firstLoad: load,
          longestTasks: tasks.slice(0, 50),
          tasks: tasks.length,
          elements,
          wallMs,
          times,
          events,
        },
      };
    }),
  );
}

function browserRows({ load, tasks, elements, wallMs, times, events }) {
  // Thousands of tasks that do next to nothing would hide the others.
  const counted = tasks.filter(({ ms }) => ms >= 1);
  const p99 = quantile(
    counted.map(({ ms }) => ms),
    0.99,
  );
  // What the machine did meanwhile is in the former, not in the latter.
  const cpu = quantile(
    counted.map(({ cpuMs }) => cpuMs),
    0.99,
  );
  const long = counted.filter(({ ms }) => ms > 50).length;
  const opening = median(times);
  return [
    [
      "first load JavaScript of /, gzip",
      `${(load.bytes / 1_000).toFixed(1)} kB in ${load.files} files`,
      "<= 200 kB",
      load.bytes <= 200_000,
    ],
    [
      "page while 100,000 deltas arrive: tasks of 1 ms and more, p99",
      `${p99.toFixed(0)} ms, ${cpu.toFixed(0)} ms of them on a processor (${long} of ${counted.length} above 50 ms; ${(wallMs / 1_000).toFixed(1)} s in all)`,
      "<= 50 ms",
      p99 <= 50,
    ],
    ["the same: elements in the page, at most", String(elements), "<= 3,000", elements <= 3_000],
    [
      `stored run of 200 turns and ${events.toLocaleString("en")} events: open to interactive`,
      `${opening.toFixed(0)} ms (${times.map((ms) => ms.toFixed(0)).join(", ")})`,
      "<= 1,000 ms",
      opening <= 1_000,
    ],
  ];
}

async function measuredPath() {
  await buildNext(join(root, "bench/ai-sdk-app"));
  const started = {
    stub: startStub(),
    batchStub: startStub(20, 16, 2),
    toolscope: startNext(root),
    aiSdk: startNext(join(root, "bench/ai-sdk-app")),
  };
  return withStarted(started, measurePath);
}

/** The contenders take turns, so that whatever else the machine does falls on all of them alike. */
async function measurePath({ stub, batchStub, toolscope, aiSdk }) {
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
  return { rows: pathRows({ walls, batches }), data: { walls, batches } };
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
