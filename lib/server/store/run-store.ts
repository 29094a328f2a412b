// Where does the log of a run live after its events were shown?

import type { CommandRefusal } from "@/lib/protocol/command-refusal";
import type { RunEntry } from "@/lib/protocol/run-entry";
import type { RunCommand } from "@/lib/protocol/run-summary";

/** Appends to one run's log. A line is the JSON of one event, without a line break. */
export type RunLogWriter = {
  /**
   * Stores lines; only then may they be shown. A file has taken them when the call returns, a database when the promise
   * settles. Called again only after that.
   */
  readonly append: (lines: readonly string[]) => void | Promise<void>;
  readonly close: () => void | Promise<void>;
};

/** A log that nobody writes any more although it never ended, now in the hands of the caller. */
export type AdoptedLog = { readonly lines: string[]; readonly writer: RunLogWriter };

/**
 * An append-only log per run, and an entry per run for the history. Implementations share one contract test. Several
 * servers may share one store, where it can be shared: each run is written by one of them.
 *
 * Every method throws a StoreFailure, safe to show, where the place does not do what it should.
 */
export type RunStore = {
  /**
   * Begins a log.
   *
   * @param key the caller's `Idempotency-Key`, null for none
   * @returns its writer; or the run that the same key began before, on whichever server
   */
  readonly create: (
    runId: string,
    key: string | null,
  ) => Promise<{ readonly writer: RunLogWriter } | { readonly before: string }>;
  /** @returns the lines from the given seq on, in order, without a torn last one; null where there is no such run */
  readonly read: (runId: string, from?: number) => Promise<string[] | null>;
  /** Is told whenever another server may have added lines. @returns ends it */
  readonly watch: (runId: string, wake: () => void) => () => void;
  /** @returns false where there was no such run */
  readonly remove: (runId: string) => Promise<boolean>;
  /** @returns logs without an end whose writer is gone */
  readonly abandoned: () => Promise<readonly string[]>;
  /** Takes an abandoned log over. @returns null where it has an end, is being written, or another server was faster */
  readonly adopt: (runId: string) => Promise<AdoptedLog | null>;
  /** @returns the entries of all runs, newest first */
  readonly entries: () => Promise<readonly RunEntry[]>;
  /** @returns the entry of one run; undefined where there is no such run, or it has none yet */
  readonly entry: (runId: string) => Promise<RunEntry | undefined>;
  /** Puts the entry of a run into the history, or another one in its place. */
  readonly describe: (entry: RunEntry) => Promise<void>;
  /** @returns runs without an entry: begun by an earlier version, or just before a crash */
  readonly undescribed: () => Promise<readonly string[]>;
  /**
   * Hands a command to the server that carries the run out.
   *
   * @returns why that server refuses it; null where it does not, or has not answered within seconds
   */
  readonly send: (runId: string, command: RunCommand) => Promise<CommandRefusal | null>;
  /** Is told of commands for runs that this server carries out, and says whether it refuses them. */
  readonly onCommand: (listener: (runId: string, command: RunCommand) => CommandRefusal | null) => void;
  /** Is told of runs that another server removed. */
  readonly onRemoved: (listener: (runId: string) => void) => void;
  /** @throws StoreFailure where nothing could be stored now: tried by storing something that is taken away again */
  readonly check: () => Promise<void>;
  /** True where other servers may write to the same store. */
  readonly shared: boolean;
  readonly close: () => Promise<void>;
};
