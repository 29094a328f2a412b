// Did a request go past the gateway without its token, and was it refused for that?
import type { Finding } from "@/lib/protocol/run-summary";
import { effectiveHeaders, sourceWords } from "../asked-headers";
import { headerLoss } from "../header-loss";
import { gatewayTokenHeader } from "../header-vocabulary";
import { headerLostBy } from "../hop-causes/header-lost-by";
import { problemOf } from "../request-line";
import type { Run } from "../run";
import { requestsText } from "./place-text";
import { placedRequests } from "./placed-requests";

/** One finding, at the first request that was refused with a 401 and did not carry the token as far as the gateway. */
export function gatewayTokenMissing(run: Run): Finding[] {
  if (!expectsToken(run)) return [];
  const refused = placedRequests(run).flatMap((placed) => {
    if (placed.request.response?.status !== 401) return [];
    const loss = headerLoss(placed.request, { name: gatewayTokenHeader, value: null }, placed.context);
    return loss === null || loss.cause?.intended === true ? [] : [{ ...placed, loss }];
  });
  const [first] = refused;
  if (first === undefined) return [];
  const { request, context, loss, turn } = first;
  const source = tokenSource(run);
  const known = source === undefined ? null : headerLostBy({ request, ...context }, source);
  const where = requestsText(refused.map(({ number }) => number));
  const set =
    source === undefined
      ? "Nothing in this run sets it."
      : `It is in ${sourceWords[source]}, and gone at ${loss.point}. ${known?.why ?? ""}`;
  return [
    {
      code: "gateway-token-missing",
      severity: "error",
      message:
        `${gatewayTokenHeader} is not on ${where}, so the gateway put in no credential and the provider answered 401 (${problemOf(request)}). ${set}`.trim(),
      fix:
        known?.fix ??
        `Put ${gatewayTokenHeader}: Bearer <token> in the default headers, so that every request carries it.`,
      turnId: turn.turnId,
      requestId: request.requestId,
      point: loss.point,
      header: gatewayTokenHeader,
    },
  ];
}

function expectsToken(run: Run): boolean {
  const { config } = run;
  return (
    config?.provider.gateway === true ||
    tokenSource(run) !== undefined ||
    config?.expectations.some((name) => name.toLowerCase() === gatewayTokenHeader) === true
  );
}

function tokenSource({ config }: Run) {
  return effectiveHeaders(config).findLast(({ name }) => name.toLowerCase() === gatewayTokenHeader)?.source;
}
