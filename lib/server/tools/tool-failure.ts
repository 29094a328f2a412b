// How does a tool say that it failed, in the words or blocks the model shall see?
import type { ToolResultContent } from "@/lib/protocol/tool-result";

/** Thrown by a tool's own code: `content` becomes the error result as it is, where any other error is put into words. */
export class ToolFailure extends Error {
  override readonly name = "ToolFailure";

  constructor(readonly content: ToolResultContent) {
    super(typeof content === "string" ? content : "the tool failed");
  }
}
