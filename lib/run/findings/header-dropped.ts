// Did every header the user set leave with its value, and arrive?
import type { Finding } from "@/lib/protocol/run-summary";
import {
  type AskedHeader,
  allAskedHeaders,
  betaHeader,
  effectiveHeaders,
  sourceWords,
} from "../asked-headers";
import { type HeaderLoss, headerLoss } from "../header-loss";
import { isGatewayHeader } from "../header-vocabulary";
import { knownLossCause } from "../hop-causes/known-loss-cause";
import type { Run } from "../run";
import { requestsText } from "./place-text";
import { type PlacedRequest, placedRequests } from "./placed-requests";

type PlacedLoss = PlacedRequest & { readonly loss: HeaderLoss };

/** One finding per header, source and way of losing it, at the first request that lost it so. */
export function headerDropped(run: Run): Finding[] {
  const requests = placedRequests(run);
  const told = new Set<string>();
  return headersToKeep(run).flatMap((header) => {
    const losses = requests.flatMap((placed) => {
      const loss = headerLoss(placed.request, header, placed.context);
      return loss === null || isGatewaysOwn(header, loss) ? [] : [{ ...placed, loss }];
    });
    return [...new Set(losses.map(wayOf))].flatMap((way) => {
      // A name that was asked for with several values is told of once.
      const id = `${header.name.toLowerCase()} ${header.source} ${way}`;
      if (told.has(id)) return [];
      told.add(id);
      return findingOf(
        header,
        losses.filter((each) => wayOf(each) === way),
      );
    });
  });
}

function wayOf({ loss: { fate, point, cause } }: PlacedLoss): string {
  return `${fate} ${point} ${cause?.why}`;
}

/** What should leave by the SDK's own rule; of the betas all, since a user expects those of several sources added up. */
function headersToKeep({ config }: Run): AskedHeader[] {
  const isBeta = ({ name }: AskedHeader) => name.toLowerCase() === betaHeader;
  return [
    ...effectiveHeaders(config).filter((header) => !isBeta(header)),
    ...allAskedHeaders(config).filter(isBeta),
  ];
}

function isGatewaysOwn({ name }: AskedHeader, { cause }: HeaderLoss): boolean {
  return cause?.intended === true && isGatewayHeader(name.toLowerCase());
}

function findingOf(header: AskedHeader, alike: readonly PlacedLoss[]): Finding[] {
  const [first] = alike;
  if (first === undefined) return [];
  const { loss, request, turn } = first;
  const where = requestsText(alike.map(({ number }) => number));
  // What does not leave as asked is lost, whatever the SDK meant by it.
  const isIntended = loss.point !== "fetch" && loss.cause?.intended === true;
  const severity = isIntended ? "info" : loss.fate === "missing" ? "error" : "warning";
  return [
    {
      code: loss.fate === "missing" ? "header-dropped" : "header-replaced",
      severity,
      ...wordsFor(header, first, where),
      turnId: turn.turnId,
      requestId: request.requestId,
      point: loss.point,
      header: header.name,
    },
  ];
}

function wordsFor(header: AskedHeader, { loss, request, context }: PlacedLoss, where: string) {
  const { name, source } = header;
  const { fate, point, cause } = loss;
  const known = knownLossCause(header, loss, request, context);
  const why = known?.why ?? (point === "fetch" ? "" : `${cause?.by}: ${lowerFirst(cause?.why ?? "")}`);
  const what =
    point === "fetch"
      ? `${name} from ${sourceWords[source]} ${fate === "missing" ? "is not on" : "has another value on"} ${where} as the SDK handed it to fetch.`
      : `${name} from ${sourceWords[source]} ${fate === "missing" ? "did not arrive" : "arrived with another value"} at ${point} on ${where}, though it was there at ${loss.from}.`;
  return {
    message: why === "" ? what : `${what} ${why}`,
    fix: known?.fix ?? cause?.fix ?? "Nothing to do.",
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
