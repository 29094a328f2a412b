// Who may come in, whatever the path, and what may the page that they get do?
import { type NextRequest, NextResponse } from "next/server";
import { admit } from "@/lib/server/door/admit";
import { ApiFailure } from "@/lib/server/door/api-failure";
import { contentPolicy } from "@/lib/server/door/content-policy";
import { doorSettings } from "@/lib/server/door/door-settings";
import { failureResponse } from "@/lib/server/door/failure-response";
import { arrivalOfCall } from "@/lib/server/door/incoming-message";
import { placeOfPath } from "@/lib/server/door/place-of-path";

export function proxy(request: NextRequest): Response {
  const { method, headers, nextUrl } = request;
  const place = placeOfPath(nextUrl.pathname);
  try {
    admit({ method, headers, arrival: arrivalOfCall() }, place, doorSettings());
  } catch (error) {
    const isMissing = error instanceof ApiFailure && error.status === 401;
    if (isMissing && place === "page" && headers.get("accept")?.includes("text/html")) {
      return page(request, new URL("/sign-in", nextUrl));
    }
    return failureResponse(error);
  }
  return place === "page" || place === "entrance" ? page(request) : NextResponse.next();
}

/** @param instead another page, shown under the address that was asked for */
function page(request: NextRequest, instead?: URL): Response {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // Next.js reads the nonce for its own scripts off this header of the request.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const answer =
    instead === undefined
      ? NextResponse.next({ request: { headers } })
      : NextResponse.rewrite(instead, { request: { headers } });
  answer.headers.set("content-security-policy", policy);
  return answer;
}

/**
 * All but the simulator, the gateway and recorded replies: with a proxy in front, Next.js collects a body before anybody
 * sees it, and these pour. Their handlers are the door's second lock and here the only one.
 */
export const config = { matcher: "/((?!(?:simulator|gateway|recorded)/).*)" };
