// Does the documentation name every scenario, every failure and every field of a script?
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { accountConditions } from "../account/account-conditions";
import { faultKinds } from "../faults/fault";
import { scenarios } from "../scenarios";
import { conditionSchema } from "../script/condition";
import { scriptSchema } from "../script/script";

const source = readFileSync(new URL("../../../docs/simulator.md", import.meta.url), "utf8");
/** Without the padding that lines up the columns of a table. */
const text = source.replace(/ +/g, " ");
const missing = (names: readonly string[]) => names.filter((name) => !text.includes(`\`${name}\``));

test("it names every account in trouble", () => {
  expect(missing(accountConditions.map(({ name }) => name))).toEqual([]);
});

test("it names them all, and says what each scenario teaches", () => {
  expect(missing(faultKinds.filter((kind) => kind !== "status"))).toEqual([]);
  expect(missing(Object.keys(scriptSchema.shape.turns.element.shape))).toEqual([]);
  expect(missing(Object.keys(conditionSchema.shape))).toEqual([]);
  const rows = scenarios.map(({ name, teaches }) => `| \`${name}\` | ${teaches} |`);
  expect(rows.filter((row) => !text.includes(row))).toEqual([]);
});
