// What has a gateway on the way to do with a refusal?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { RunError } from "@/lib/protocol/run-error";

/** The name that Cloudflare AI Gateway, and the embedded gateway, give to errors of their own. */
const gatewayErrorName = "AiGatewayError";

/** @returns null for an answer that is the provider's */
export function refusedByGateway(response: Response, body: JsonObject): RunError | null {
  if (response.ok || body.name !== gatewayErrorName) return null;
  const said = typeof body.message === "string" ? body.message : `status ${response.status}`;
  const unauthorized = response.status === 401;
  return {
    code: unauthorized ? "authentication" : "provider-error",
    message: `The gateway refused the request before it reached the provider: ${said}`,
    fix: unauthorized
      ? "Send the gateway's own token: the header `cf-aig-authorization` with the value `Bearer <token>`."
      : "The message names what to change at the gateway or in the header it reads.",
    status: response.status,
    type: gatewayErrorName,
  };
}

/**
 * A gateway puts the provider's credential in where it gets its own token; without it the request goes on without any, and
 * the provider complains about a key that the caller was never meant to send.
 *
 * @returns undefined where no gateway of this kind answered, or the provider complains about something else
 */
export function gatewayFix(response: Response, message: string): string | undefined {
  const isThrough = [...response.headers.keys()].some((name) => name.startsWith("cf-aig-"));
  if (response.status !== 401 || !isThrough || !/header is required/i.test(message)) return undefined;
  return (
    "The gateway passed this request on without a key, because it got no `cf-aig-authorization` header. " +
    "Send `cf-aig-authorization: Bearer <token>` on every request, follow-ups included: the headers of this request show whether it left."
  );
}
