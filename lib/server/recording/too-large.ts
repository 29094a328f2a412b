// What does a run say that one of its byte limits ended?
import { RunFailure } from "./run-failure";

const texts = {
  maxEventBytes: (size: string) => ({
    message: `The provider sent ${size} without ending an event of its stream.`,
    fix: "Look at what answers at the base URL; if events of this size are right, raise `limits.maxEventBytes`.",
  }),
  maxResponseBytes: (size: string) => ({
    message: `The provider's response is larger than ${size}, unpacked.`,
    fix: "Ask for less in one answer, or raise `limits.maxResponseBytes`.",
  }),
  maxRunBytes: (size: string) => ({
    message: `The log of the run outgrew ${size}.`,
    fix: "Have tools return less, or raise `limits.maxRunBytes`. What was written until then is kept.",
  }),
};

export type ByteLimit = keyof typeof texts;

export function tooLarge(limit: ByteLimit, bytes: number): RunFailure {
  const [amount, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, "MB"] : [bytes / 1_000, "kB"];
  const size = `${amount.toLocaleString("en-US", { maximumFractionDigits: 1 })} ${unit}`;
  return new RunFailure({ code: "too-large", ...texts[limit](size) });
}
