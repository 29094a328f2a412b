// When does a server send more than anybody asked for?

/** Bytes one message may have: a result of 10 MB with what belongs to it. */
export const mostMessageBytes = 16_000_000;
/** What a message costs besides its bytes: a flood of tiny ones is a flood too. */
const messageCost = 2_000;
const burstBytes = 64_000_000;
const refillPerMs = 4_000;

export type ByteBudget = {
  /** @returns false once more has come than the budget holds */
  readonly spend: (bytes: number, messages?: number) => boolean;
};

/** A bucket of 64 MB that fills again at 4 MB a second. */
export function createByteBudget(now: () => number = () => performance.now()): ByteBudget {
  let left = burstBytes;
  let filledAt = now();
  return {
    spend: (bytes, messages = 0) => {
      const at = now();
      left = Math.min(burstBytes, left + (at - filledAt) * refillPerMs);
      filledAt = at;
      left -= bytes + messages * messageCost;
      return left >= 0;
    },
  };
}

export const floodText =
  "it sent more than 64 MB, or tens of thousands of messages, within seconds and was cut off";
export const longMessageText = `it sent a message of more than ${mostMessageBytes / 1_000_000} MB and was cut off`;
