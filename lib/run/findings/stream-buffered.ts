// Did something on the way hold the stream back and let it out in lumps?
import type { Finding } from "@/lib/protocol/run-summary";
import { linesOf } from "../header-lookup";
import { countOf, durationText } from "../quantity-text";
import type { ProviderRequest, ProviderResponse, Run } from "../run";
import { tokensOf } from "../run-totals";
import { numberedRequests, requestsText } from "./place-text";

/** Far from what a provider does, which writes an event or a few at a time; nginx lets out 4 or 8 kB, 15 events or more. */
const lump = { events: 10, pauseMs: 50 };
/** No model writes an answer of this size in this time after so long a silence. */
const burst = { events: 20, outputTokens: 50, silenceMs: 1_000, spreadMs: 50 };

/**
 * One finding for all requests alike. A run on the embedded simulator has none: it answers as fast as it is told to, and
 * nothing stands between; recorded replies come as they came.
 */
export function streamBuffered(run: Run): Finding[] {
  const kind = run.config?.provider.kind;
  if (kind === "simulator" || kind === "recorded") return [];
  const held = numberedRequests(run).flatMap((each) => {
    const how = each.request.response === null ? null : howHeld(each.request, each.request.response);
    return how === null ? [] : [{ ...each, how }];
  });
  const first = held[0];
  if (first === undefined) return [];
  return [
    {
      code: "stream-buffered",
      severity: "warning",
      message: `The stream of ${requestsText(held.map(({ number }) => number))} was held back on the way: ${first.how}.`,
      fix: `Let the proxy or gateway pass the stream on as it comes. ${proxyFix(first.request)}`,
      turnId: first.turn.turnId,
      requestId: first.request.requestId,
    },
  ];
}

function howHeld(request: ProviderRequest, response: ProviderResponse): string | null {
  const { firstChunkAt, lastChunkAt, chunkCount, eventCount } = response;
  if (firstChunkAt === null || lastChunkAt === null) return null;
  const spread = lastChunkAt - firstChunkAt;
  const pause = spread / Math.max(chunkCount - 1, 1);
  if (chunkCount > 1 && eventCount >= lump.events * chunkCount && pause >= lump.pauseMs) {
    const each = Math.round(eventCount / chunkCount);
    return `${countOf(eventCount, "event")} came in ${chunkCount} lumps of about ${each}, ${durationText(pause)} apart`;
  }
  const silence = firstChunkAt - request.startAt;
  const isBurst = eventCount >= burst.events && tokensOf(request, "output_tokens") >= burst.outputTokens;
  return isBurst && silence >= burst.silenceMs && spread <= burst.spreadMs
    ? `all ${countOf(eventCount, "event")} came at once after ${durationText(silence)} of silence`
    : null;
}

function proxyFix(request: ProviderRequest): string {
  const server = linesOf(request.response?.headers, "server")?.values[0]?.shown;
  return server?.startsWith("nginx") === true
    ? "nginx answered here: set `proxy_buffering off` for this location, or have the far end send `X-Accel-Buffering: no`."
    : "In nginx that is `proxy_buffering off`, in mitmproxy `stream_large_bodies=1`.";
}
