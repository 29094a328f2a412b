// What does `npm run check:headers -- --help` say?
import { checkEngines, checkRoutes } from "@/lib/run/header-check/check-choice";

/** @param sdkVersions newest first */
export function checkHelp(sdkVersions: readonly string[]): string {
  return `
Checks that headers are on every request of a tool loop: follow-ups, retries and compactions included.

  npm run check:headers -- --expect cf-aig-authorization,anthropic-beta

  --expect NAMES         the headers that must arrive with their value on every request; several by commas
  --header NAME=VALUE    the value of one of them, or a header to send beside them; may be repeated
  --header-env NAME=VAR  the same with the value of an environment variable: npm prints the arguments it is given
  --base-url URL         the endpoint to ask; left out, the embedded simulator behind the embedded gateway
  --engine NAMES         ${checkEngines.join(", ")}; left out, all
  --sdk VERSIONS         ${sdkVersions.join(", ")}, newest or all; left out, the newest
  --kind NAMES           where the headers are set: default, per-request, environment or all; left out, default
  --route NAMES          ${checkRoutes.join(", ")} (the embedded gateway) or all; left out, gateway, with --base-url direct
  --model ID             the model that is asked
  --no-stream            asks for answers in one piece
  --json FILE            writes the result for programs
  --junit FILE           writes the result for CI servers
  -h, --help             this text

An expected header without a value gets a made-up one, unless the SDK sets it by itself (user-agent, x-api-key, ...): then
any value will do. Headers of ANTHROPIC_CUSTOM_HEADERS count as set. With --base-url the key comes from ANTHROPIC_API_KEY
or ANTHROPIC_AUTH_TOKEN; without either a placeholder is sent, as gateways that hold the key expect.

Ends with 0 where every expectation holds, 1 where one breaks or could not be shown, 2 for a wrong command line, 3 where
the endpoint cannot be reached.
`;
}
