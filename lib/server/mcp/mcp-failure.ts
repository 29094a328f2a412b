// How does an MCP server's failure travel until somebody reads it?
import { hasFailureName } from "../door/failure-name";

/** `reason` is the end of a sentence that begins with the server's name. */
export class McpFailure extends Error {
  override readonly name = "McpFailure";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasFailureName(value, "McpFailure");
  }

  constructor(
    readonly serverName: string,
    readonly reason: string,
    /**
     * `ended`: the connection is over, and the call may or may not have had an effect; `lost-session`: it had none.
     */
    readonly kind: "refused" | "ended" | "lost-session" | "silent" | "answered",
  ) {
    super(`The MCP server ${serverName}: ${reason}${/[.!?"]$/.test(reason) ? "" : "."}`);
  }
}
