import { handler } from "@/lib/server/door/api-response";

export const dynamic = "force-dynamic";

export const GET = handler(() => Response.json({ status: "ok" }));
