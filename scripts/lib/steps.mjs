// How does a script show what it is doing, one line a step?
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const live = process.stdout.isTTY === true;
const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`;

/** For a program that colours whatever it writes: output kept back is shown later, and may end in a log. */
export const plainText = live ? {} : { NO_COLOR: "1", FORCE_COLOR: undefined };

/** What Next.js would do unasked: report home, write what it misses into the lock file, and end before our runs are closed. */
export const quietNext = {
  NEXT_MANUAL_SIG_HANDLE: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  NEXT_IGNORE_INCORRECT_LOCKFILE: "1",
};

/**
 * Node takes 16 kB of headers in all, of a request and of a response: less than one long header a user may try.
 * NODE_OPTIONS reaches the processes that Next.js starts as well.
 */
export const roomForHeaders = {
  NODE_OPTIONS: [process.env.NODE_OPTIONS, "--max-http-header-size=65536"].filter(Boolean).join(" "),
};

/** Thrown where the message is all there is to say: no stack is shown. */
export class StepFailure extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs one step and prints its name, its time and its note on one line. On a terminal the time runs along; elsewhere a
 * long step says now and then that it still runs, in plain lines.
 *
 * @param work returns a short note, or nothing; a StepFailure ends the script
 */
export async function step(name, work) {
  const started = performance.now();
  const label = name.padEnd(9);
  const elapsed = () => seconds(performance.now() - started).padStart(8);
  const timer = setInterval(
    () => process.stdout.write(live ? `\r  … ${label}${elapsed()}` : `  … ${label}${elapsed()}\n`),
    live ? 500 : 20_000,
  );
  const say = (mark, note) => {
    clearInterval(timer);
    process.stdout.write(
      `${live ? "\r\x1b[2K" : ""}  ${mark} ${label}${elapsed()}${note ? `  ${note}` : ""}\n`,
    );
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
      env: { ...process.env, ...quietNext, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const interruption = passSignalsOn(child);
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => output.push(data));
    child.on("error", (error) => {
      interruption.forget();
      reject(new StepFailure(`${command} cannot be run: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      interruption.forget();
      const text = Buffer.concat(output).toString("utf8").trimEnd();
      const stoppedBy = interruption.signal();
      if (stoppedBy !== undefined) reject(new StepFailure("Interrupted.", signalExitCode(stoppedBy)));
      else if (code === 0) resolve(text);
      else {
        const program = [command === process.execPath ? "node" : command, ...args].join(" ");
        reject(new StepFailure(`${text}\n\n${program}\nended with ${signal ?? `exit code ${code}`}.`));
      }
    });
  });
}

/** While a program runs, a signal for the script is one for the program: nothing is left behind. */
export function passSignalsOn(child) {
  let received;
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const pass = (signal) => {
    received = signal;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  return {
    signal: () => received,
    forget: () => {
      for (const signal of signals) process.off(signal, pass);
    },
  };
}

/** @returns the exit code of a child; one ended by a signal counts as shells count it */
export function childExit(child) {
  return new Promise((resolve) =>
    child.on("exit", (code, signal) => resolve(code ?? signalExitCode(signal))),
  );
}

function signalExitCode(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}

/** Runs a script's body: a StepFailure is its message and its exit code. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    process.stderr.write(`\n${error instanceof StepFailure ? error.message : error.stack}\n`);
    process.exitCode = error instanceof StepFailure ? error.exitCode : 1;
  }
}
