// What does the tool do that only takes time?
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { ToolFailure } from "../tool-failure";
import { builtinTool } from "./builtin-tool";

const description =
  "Waits for a number of seconds and then answers, or fails if told to. Use it to show how calls overlap, how long one " +
  "takes, or how a failing call is handled; it does nothing else. Several waits in one reply run side by side unless " +
  "the run executes its calls one after the other. Waits longer than the tool timeout of the run are stopped.";

const input = z.strictObject({
  seconds: z.number().min(0).max(60).describe("How long to wait, 0 to 60; fractions are allowed"),
  fail: z.boolean().optional().describe("True to fail after the wait instead of answering"),
  label: z.string().max(200).optional().describe("A name for this wait, given back in the answer"),
});

export const wait = builtinTool(
  "wait",
  description,
  input,
  async ({ seconds, fail, label }, { signal, log }) => {
    const name = label === undefined ? "" : ` (${label})`;
    log(`Waiting ${seconds} s${name}`);
    await sleep(seconds * 1000, undefined, { signal });
    if (fail) throw new ToolFailure(`Error: the wait${name} failed after ${seconds} s, as it was told to.`);
    return { waited_seconds: seconds, ...(label === undefined ? {} : { label }) };
  },
);
