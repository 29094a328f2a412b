// How does a command reach the server that carries a run out, and that server's answer the one it was given to?
import type { Sql } from "postgres";
import { type CommandRefusal, commandRefusalSchema } from "@/lib/protocol/command-refusal";
import { runCommandSchema } from "@/lib/protocol/run-summary";
import type { RunStore } from "../run-store";

/** A server that lives answers in milliseconds. After this time the command stays in its table, for when it is back. */
const answerMs = 5_000;

export type RemoteCommands = Pick<RunStore, "send" | "onCommand"> & {
  /** Carries out what was sent to a run of this server, each command once. */
  readonly take: (runId: string) => Promise<void>;
  /** Passes an answer on, where this server sent the command. */
  readonly heedAnswer: (commandId: string) => Promise<void>;
  /** The same for all whose answer may have been missed. */
  readonly heedAnswers: () => Promise<void>;
};

/** @param tell says to every server that a run has a command, or a command its answer */
export function createRemoteCommands(
  sql: Sql,
  tell: (notice: "command" | "answer", about: string) => Promise<unknown>,
): RemoteCommands {
  const waiting = new Map<string, (refusal: CommandRefusal | null) => void>();
  let onCommand: Parameters<RunStore["onCommand"]>[0] = () => null;

  const heedAnswer = async (commandId: string) => {
    if (!waiting.has(commandId)) return;
    const [row] = await sql<{ answer: unknown }[]>`
      delete from toolscope_commands where id = ${commandId} and answer is not null returning answer`;
    if (row === undefined) return;
    const refusal = commandRefusalSchema.safeParse(row.answer);
    waiting.get(commandId)?.(refusal.success ? refusal.data : null);
  };

  return {
    send: async (runId, command) => {
      const [row] = await sql<{ id: string }[]>`
        insert into toolscope_commands (run_id, command)
        values (${runId}, ${JSON.stringify(command)}::text::jsonb) returning id`;
      if (row === undefined) return null;
      const { id } = row;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const answer = new Promise<CommandRefusal | null>((resolve) => {
        waiting.set(id, resolve);
        timer = setTimeout(resolve, answerMs, null);
      });
      try {
        await tell("command", runId);
        return await answer;
      } finally {
        clearTimeout(timer);
        waiting.delete(id);
      }
    },
    onCommand: (listener) => {
      onCommand = listener;
    },
    take: async (runId) => {
      const rows = await sql<{ id: string; command: unknown }[]>`
        update toolscope_commands set taken = true
        where run_id = ${runId} and not taken returning id, command`;
      for (const row of rows.toSorted((one, other) => Number(one.id) - Number(other.id))) {
        const command = runCommandSchema.safeParse(row.command);
        const refusal = command.success ? onCommand(runId, command.data) : null;
        await sql`
          update toolscope_commands set answer = ${JSON.stringify(refusal ?? {})}::text::jsonb where id = ${row.id}`;
        await tell("answer", row.id);
      }
    },
    heedAnswer,
    heedAnswers: async () => {
      for (const commandId of waiting.keys()) await heedAnswer(commandId);
    },
  };
}
