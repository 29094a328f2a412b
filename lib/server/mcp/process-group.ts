// How is a program run so that nothing of it stays behind?
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

export type ProcessGroup = {
  readonly child: ChildProcessWithoutNullStreams;
  /** Closes its input, asks it to end, and after that ends it with everything it started. Never rejects. */
  readonly end: (patience: { readonly inputMs: number; readonly signalMs: number }) => Promise<void>;
  /** Ends it and everything it started at once. */
  readonly kill: () => void;
};

const groupsKey = Symbol.for("toolscope.process-groups");
type Holder = typeof globalThis & { [groupsKey]?: Set<ChildProcessWithoutNullStreams> };
const holder: Holder = globalThis;

/**
 * Runs a program without a shell, as the leader of a process group of its own: ending the group ends what it started, too.
 * Groups end with this process.
 */
export function startProcessGroup(
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): ProcessGroup {
  const child = spawn(command, [...args], {
    cwd,
    // A whole environment of its own: nothing is inherited but what stands in it.
    env: { ...env } as NodeJS.ProcessEnv,
    detached: process.platform !== "win32",
    shell: false,
    windowsHide: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const groups = liveGroups();
  groups.add(child);
  const kill = () => signalGroup(child, "SIGKILL");
  const gone = new Promise<void>((resolve) => {
    const leave = () => {
      // What the program left running would keep its pipes open, and run on.
      kill();
      groups.delete(child);
      resolve();
    };
    child.once("exit", leave);
    child.once("error", leave);
  });
  const end: ProcessGroup["end"] = async ({ inputMs, signalMs }) => {
    child.stdin.end();
    if (await within(gone, inputMs)) return;
    signalGroup(child, "SIGTERM");
    if (await within(gone, signalMs)) return;
    kill();
    await gone;
  };
  return { child, end, kill };
}

async function within(done: Promise<void>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const late = wait(ms, false, { signal: timer.signal }).catch(() => false);
  const inTime = await Promise.race([done.then(() => true), late]);
  timer.abort();
  return inTime;
}

function signalGroup(
  { pid, exitCode, signalCode }: ChildProcessWithoutNullStreams,
  signal: NodeJS.Signals,
): void {
  if (pid === undefined) return;
  try {
    if (process.platform !== "win32") process.kill(-pid, signal);
    else if (exitCode === null && signalCode === null)
      spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" }).on("error", () => undefined);
  } catch {
    // Nobody is left in the group.
  }
}

/** Programs are ended with us however we end, but for a SIGKILL: then they see the end of their input. */
function liveGroups(): Set<ChildProcessWithoutNullStreams> {
  if (holder[groupsKey] !== undefined) return holder[groupsKey];
  const groups = new Set<ChildProcessWithoutNullStreams>();
  holder[groupsKey] = groups;
  process.once("exit", () => {
    for (const child of groups) signalGroup(child, "SIGKILL");
  });
  // A closed terminal would end us without the event above.
  if (process.listenerCount("SIGHUP") === 0) process.once("SIGHUP", () => process.exit(129));
  return groups;
}
