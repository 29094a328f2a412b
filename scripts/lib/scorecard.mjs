// How many cases of the public test plan hold, group by group?
import { cpus, totalmem } from "node:os";
import { commit, keptCases } from "./test-cases.mjs";

const groups = [
  ["Door", 1, 9],
  ["Outbound", 10, 16],
  ["Secrets", 17, 20],
  ["Content", 21, 25],
  ["Sandbox", 26, 29],
  ["MCP", 30, 33],
  ["Streams and durability", 34, 48],
];

const idOf = (number) => `P${String(number).padStart(2, "0")}`;

/**
 * @param kept what the runners reported, see test-cases.mjs
 * @returns each group with its cases; the four numbers; a case holds where it has tests and all of them passed
 */
export function scorecard(kept = keptCases()) {
  const tests = kept.flatMap((step) => step.tests);
  const cases = new Map(
    Array.from({ length: 48 }, (_, index) => {
      const id = idOf(index + 1);
      return [id, stateOf(tests.filter((test) => test.id === id))];
    }),
  );
  return {
    groups: groups.map(([name, first, last]) => {
      const ids = Array.from({ length: last - first + 1 }, (_, index) => idOf(first + index));
      return { name, cases: ids.map((id) => ({ id, state: cases.get(id) })) };
    }),
    numbers: numbersOf(tests, (id) => cases.get(id) === "passed"),
    steps: kept.map(({ step, at, commit: of }) => ({ step, at, commit: of })),
  };
}

function stateOf(tests) {
  if (tests.length === 0) return "not run";
  if (tests.some(({ status }) => status === "failed")) return "failed";
  return tests.some(({ status }) => status === "skipped") ? "left out" : "passed";
}

/** Where a test says no number, what it asserts is one: it passes with none and fails with any. */
function numbersOf(tests, passed) {
  const measured = (name) => tests.flatMap(({ numbers }) => numbers?.[name] ?? []);
  const sum = (name) => measured(name).reduce((all, each) => all + each, 0);
  const counted = (name, ids) =>
    ids.every(passed) ? String(sum(name)) : `unknown: ${ids.join(", ")} did not pass`;
  const closed = measured("stopToClosedMs").toSorted((one, other) => one - other);
  const p95 = closed[Math.min(closed.length - 1, Math.floor(closed.length * 0.95))];
  return [
    ["canary hits", counted("canary-hits", ["P17"]), "0"],
    ["acknowledged events lost", counted("events-lost", ["P41", "P44"]), "0"],
    ["tools executed twice", counted("tools-twice", ["P42"]), "0"],
    [
      "seconds from Stop to socket closed, p95",
      p95 === undefined ? "unknown: P40 did not run" : `${(p95 / 1_000).toFixed(3)} (of ${closed.length})`,
      "<= 1",
    ],
  ];
}

const holding = ({ cases }) => cases.filter(({ state }) => state === "passed").length;
const wanting = ({ cases }) => cases.filter(({ state }) => state !== "passed");

/** @returns the scorecard for a terminal */
export function scorecardText(card) {
  const all = { cases: card.groups.flatMap(({ cases }) => cases) };
  const line = (name, group) => {
    const rest = wanting(group).map(({ id, state }) => `${id} ${state}`);
    return `  ${name.padEnd(24)}${String(holding(group)).padStart(2)} of ${group.cases.length}${rest.length > 0 ? `  ${rest.join(", ")}` : ""}`;
  };
  return [
    "Scorecard",
    ...card.groups.map((group) => line(group.name, group)),
    `  ${"All".padEnd(24)}${String(holding(all)).padStart(2)} of ${all.cases.length}`,
    ...card.numbers.map(([name, value, target]) => `  ${name}: ${value} (wanted: ${target})`),
  ].join("\n");
}

/** @returns the same as a page of the docs */
export function scorecardPage(card) {
  const [processor] = cpus();
  const machine = `${cpus().length} x ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  const rows = card.groups.map((group) => {
    const rest = wanting(group).map(({ id, state }) => `${id} ${state}`);
    const { cases } = group;
    return `| ${group.name} | ${cases[0].id} to ${cases.at(-1).id} | ${holding(group)} of ${cases.length} | ${rest.join(", ")} |`;
  });
  const all = card.groups.flatMap(({ cases }) => cases);
  return `# Scorecard

Written by \`npm run test:faults -- --write\` from what the test runners reported; do not edit. The cases are those of the public
test plan; a test carries the numbers of its cases in its name, and a case holds where all tests that name it passed.

${new Date().toISOString().slice(0, 10)}, commit ${commit()}, ${machine}.

| group | cases | hold | the others |
| --- | --- | --- | --- |
${rows.join("\n")}
| **All** | P01 to P48 | ${holding({ cases: all })} of ${all.length} | |

| number | measured | wanted |
| --- | --- | --- |
${card.numbers.map((row) => `| ${row.join(" | ")} |`).join("\n")}

${card.steps.map(({ step, at, commit: of }) => `- \`${step}\`: ${at.slice(0, 16).replace("T", " ")} UTC, commit ${of}`).join("\n")}
`;
}
