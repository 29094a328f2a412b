import { signInSchema } from "@/lib/protocol/sign-in";
import { handler, openHandler, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { setSessionCookie } from "@/lib/server/door/session-cookie";
import { sessionForToken } from "@/lib/server/door/sign-in";

export const dynamic = "force-dynamic";

/** Exchanges the access token for a session: half of it is the cookie, half is the proof in the answer. */
export const POST = openHandler(async (request, _params, { origin }) => {
  const { token } = parsed(signInSchema, await jsonBody(request));
  const { cookie, proof } = sessionForToken(token);
  return Response.json(
    { proof },
    { headers: { "set-cookie": setSessionCookie(origin, cookie), "cache-control": "no-store" } },
  );
});

/** Whether an access token is asked for here, and as whom the caller came in. */
export const GET = handler((_request, _params, { signedIn, scope }) => Response.json({ signedIn, scope }));

export const DELETE = openHandler((_request, _params, { origin }) => {
  return new Response(null, { status: 204, headers: { "set-cookie": setSessionCookie(origin, null) } });
});
