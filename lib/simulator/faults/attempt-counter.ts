// The how-manieth attempt at the same turn is this, when nothing in the request says so?

const maxHistories = 1_000;
const maxAgeMs = 10 * 60_000;

/**
 * Counts how often one history was seen in a row without being answered. An answered history starts over at 1, so a
 * scenario fails the same way each time it is played, and a real program that retries is seen as one that retries.
 */
export function createAttemptCounter(now: () => number = Date.now) {
  const seen = new Map<string, { attempts: number; at: number }>();

  return {
    /** The number of this attempt, from 1. `history` is a hash of the request's messages. */
    next(history: string): number {
      const last = seen.get(history);
      const attempts = last !== undefined && now() - last.at < maxAgeMs ? last.attempts + 1 : 1;
      seen.delete(history);
      seen.set(history, { attempts, at: now() });
      if (seen.size > maxHistories) seen.delete(seen.keys().next().value ?? "");
      return attempts;
    },
    answered(history: string): void {
      seen.delete(history);
    },
  };
}

export type AttemptCounter = ReturnType<typeof createAttemptCounter>;
