import { openHandler } from "@/lib/server/door/api-response";

export const dynamic = "force-dynamic";

export const GET = openHandler(() => Response.json({ status: "ok" }));
