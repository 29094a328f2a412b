// What does a run say that one of its time limits ended?
import { RunFailure } from "../recording/run-failure";

export type TimeLimit = "connectTimeoutMs" | "firstByteTimeoutMs" | "idleTimeoutMs" | "totalTimeoutMs";

export function tooLong(limit: TimeLimit, limitMs: number): RunFailure {
  const seconds = `${(limitMs / 1_000).toLocaleString("en-US")} s`;
  switch (limit) {
    case "connectTimeoutMs":
      return new RunFailure({
        code: "connect-timeout",
        message: `No connection to the provider came about within ${seconds}.`,
        fix: "Check host and port of the base URL, and that a firewall or proxy lets this machine through; `limits.connectTimeoutMs` is how long it is waited for.",
      });
    case "firstByteTimeoutMs":
      return new RunFailure({
        code: "first-byte-timeout",
        message: `The provider took the request and sent nothing for ${seconds}.`,
        fix: "Run again, or raise `limits.firstByteTimeoutMs`: an answer that is not streamed comes in one piece, when all of it is there.",
      });
    case "idleTimeoutMs":
      return new RunFailure({
        code: "idle-timeout",
        message: `The provider sent no content for ${seconds}.`,
        fix: "Run again, or raise `limits.idleTimeoutMs`. Keep-alive pings do not count as content.",
      });
    default:
      return new RunFailure({
        code: "total-timeout",
        message: `The run took longer than ${seconds}.`,
        fix: "Raise `limits.totalTimeoutMs`.",
      });
  }
}
