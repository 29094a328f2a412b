// What does a failed connection mean, in words a person can act on?
import type { RunError } from "@/lib/protocol/run-error";
import { stoppedText } from "@/lib/protocol/stopped-text";
import { RunFailure, RunInterrupted, RunStopped } from "./run-failure";

const meanings: Readonly<Partial<Record<string, { cause: string; fix: string }>>> = {
  ECONNREFUSED: {
    cause: "nothing is listening there",
    fix: "Start the server, or check host and port of the base URL.",
  },
  ENOTFOUND: { cause: "the host name does not exist", fix: "Check the host name of the base URL." },
  EAI_AGAIN: {
    cause: "the host name could not be looked up",
    fix: "Check the network connection and the host name.",
  },
  ECONNRESET: {
    cause: "the connection was reset",
    fix: "Try again; if it stays so, look at the server's own log.",
  },
  UND_ERR_SOCKET: {
    cause: "the other side closed the connection",
    fix: "Try again; if it stays so, look at the server's own log.",
  },
  ETIMEDOUT: {
    cause: "the connection timed out",
    fix: "Check that the host can be reached from this machine.",
  },
  UND_ERR_CONNECT_TIMEOUT: {
    cause: "the connection timed out",
    fix: "Check that the host can be reached from this machine.",
  },
  UND_ERR_HEADERS_TIMEOUT: {
    cause: "no response headers arrived",
    fix: "Try again, or raise the time limit.",
  },
  UND_ERR_BODY_TIMEOUT: {
    cause: "the response stopped arriving",
    fix: "Try again, or raise the time limit.",
  },
  UND_ERR_HEADERS_OVERFLOW: {
    cause: "the response headers are larger than 16 kB",
    fix: "Ask the server for fewer or shorter headers.",
  },
  HPE_INVALID_CONSTANT: {
    cause: "the answer is not HTTP",
    fix: "Check that the port of the base URL speaks HTTP.",
  },
  CERT_HAS_EXPIRED: { cause: "the certificate has expired", fix: "Renew the server's certificate." },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    cause: "the certificate is self-signed",
    fix: "Add it to NODE_EXTRA_CA_CERTS and start again.",
  },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    cause: "the server does not speak TLS on this port",
    fix: "Use http:// instead of https://.",
  },
};

/**
 * @param error what `fetch` rejected with, or what the body of a response failed with
 * @param target where the request went, as origin and path without a query
 * @param answered true where a response had begun: what arrived of it is kept
 */
export function transportError(error: unknown, target: string, answered = false): RunError {
  const failure = causes(error).find((cause) => cause instanceof RunFailure);
  if (failure instanceof RunFailure) return failure.error;
  if (causes(error).some((cause) => cause instanceof RunInterrupted)) return interruptedError;
  if (causes(error).some((cause) => cause instanceof RunStopped)) return stoppedError;
  if (error instanceof Error && error.name === "AbortError") return stoppedError;
  const code = causes(error)
    .map(codeOf)
    .find((each) => each !== undefined);
  const meaning = code === undefined ? undefined : meanings[code];
  const detail = meaning?.cause ?? deepestMessage(error);
  if (answered) {
    return {
      code: "truncated-stream",
      message: `The response of ${target} broke off before it was complete: ${detail}${code === undefined ? "" : ` (${code})`}.`,
      fix: "What arrived is kept, and no cut tool call was executed. Run again; if it stays so, look for a proxy with a time limit.",
    };
  }
  return {
    code: code === "UND_ERR_CONNECT_TIMEOUT" ? "connect-timeout" : "provider-unreachable",
    message: `No answer from ${target}: ${detail}${code === undefined ? "" : ` (${code})`}.`,
    fix: meaning?.fix ?? "Check the base URL and that the server is running.",
  };
}

/** What stands at a request or call that was open when a person pressed Stop. */
export const stoppedError: RunError = { code: "aborted", message: stoppedText };

/** What stands at a request or call that was open when the server ended. */
export const interruptedError: RunError = {
  code: "aborted",
  message: "The server ended before this was finished; it is not known whether it had an effect.",
};

function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (
    let each = error;
    each !== undefined && chain.length < 10;
    each = each instanceof Error ? each.cause : undefined
  ) {
    chain.push(each);
    if (each instanceof AggregateError) chain.push(...each.errors);
  }
  return chain;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function deepestMessage(error: unknown): string {
  const messages = causes(error).flatMap((cause) =>
    cause instanceof Error && cause.message !== "" ? [cause.message] : [],
  );
  return (messages.at(-1) ?? String(error)).replace(/\.$/, "");
}
