import { handler } from "@/lib/server/door/api-response";
import { engineCatalogue } from "@/lib/server/engines/engine-catalogue";

/** The engines, and the SDK versions with what each can do, for whoever lets a person choose. */
export const GET = handler(() => Response.json(engineCatalogue()));
