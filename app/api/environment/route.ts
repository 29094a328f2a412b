import { handler } from "@/lib/server/door/api-response";
import { readEnvironment } from "@/lib/server/environment";
import { storeProblem } from "@/lib/server/run/store-problem";

export const dynamic = "force-dynamic";

/** What the server's environment provides, by name only: no value that could be a secret leaves it. */
export const GET = handler(async () => {
  const { apiKey, authToken, baseURL, customHeaders } = readEnvironment();
  return Response.json({
    hasApiKey: apiKey !== undefined,
    hasAuthToken: authToken !== undefined,
    baseURL: baseURL ?? null,
    customHeaderNames: customHeaders.map((header) => header.name),
    /** Null where runs can be stored, else what is wrong, where, and what to do. */
    storeProblem: await storeProblem(),
  });
});
