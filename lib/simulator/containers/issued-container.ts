// Which container does a reply carry?

import type { JsonObject } from "../json/canonical-json";
import type { Reply } from "../model/reply";
import { issueContainerId } from "./container-id";
import { expiresAt } from "./container-shelf";

/** The reply with its container complete: an id where it has none, and when it goes. */
export function withContainer(reply: Reply, seed: string, scope: string): Reply {
  const { container } = reply;
  return container === undefined ? reply : { ...reply, container: complete(container, seed, scope) };
}

function complete(container: JsonObject, seed: string, scope: string): JsonObject {
  const id = container.id ?? issueContainerId(seed, scope);
  return { id, expires_at: expiresAt, skills: null, ...container };
}
