// How does a script show what it is doing, one line a step?
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const live = process.stdout.isTTY === true;
const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`;

/** Thrown where the message is all there is to say: no stack is shown. */
export class StepFailure extends Error {}

/**
 * Runs one step and prints its name, its note and its time on one line; on a terminal the time runs along.
 *
 * @param work returns a short note, or nothing; a StepFailure ends the script
 */
export async function step(name, work) {
  const started = performance.now();
  const label = name.padEnd(9);
  const timer = live
    ? setInterval(() => process.stdout.write(`\r  … ${label} ${seconds(performance.now() - started)}`), 500)
    : undefined;
  const say = (mark, note) => {
    clearInterval(timer);
    const time = seconds(performance.now() - started).padStart(8);
    process.stdout.write(`${live ? "\r\x1b[2K" : ""}  ${mark} ${label}${time}${note ? `  ${note}` : ""}\n`);
  };
  try {
    const note = await work();
    say("✓", note);
    return note;
  } catch (error) {
    say("✗", "");
    throw error;
  }
}

/**
 * Runs a program with its output kept back: it is shown only where the program fails.
 *
 * @returns the output; throws a StepFailure holding it otherwise
 */
export function quietly(command, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => {
        output += data;
      });
    }
    child.on("error", (error) => reject(new StepFailure(`${command} cannot be run: ${error.message}`)));
    child.on("exit", (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(
          new StepFailure(`${output.trimEnd()}\n\n${command} ended with ${signal ?? `exit code ${code}`}.`),
        );
    });
  });
}

/** Runs a script's body: a StepFailure is its message and exit code 1. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    process.stderr.write(`\n${error instanceof StepFailure ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
