import { handler } from "@/lib/server/door/api-response";
import { builtinDefinitions } from "@/lib/server/tools/builtin/builtin-tools";

/** The built-in tools as a model gets to see them, for the list they are chosen from. */
export const GET = handler(() => Response.json({ tools: builtinDefinitions() }));
