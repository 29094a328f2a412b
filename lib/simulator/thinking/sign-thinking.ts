// How do the thinking blocks of a reply get their signatures?

import { type ContentBlock, isThinking } from "../api/content-block";
import type { MessagesRequest } from "../api/messages-request";
import { modelById } from "../api/model-catalogue";
import { prefixesOf } from "./conversation-prefix";
import { signatureOf } from "./signature";

/** The reply with every signature that a script has not given; to be called when the thinking is as it will be sent. */
export function signThinking(
  content: readonly ContentBlock[],
  request: MessagesRequest,
): readonly ContentBlock[] {
  if (!content.some(isUnsigned)) return content;
  const origin = {
    modelId: modelById(request.model)?.id ?? request.model,
    prefix: prefixesOf(request).ofReply,
  };
  return content.map((block) =>
    isThinking(block) && isUnsigned(block)
      ? { ...block, signature: signatureOf(block.thinking, origin) }
      : block,
  );
}

function isUnsigned(block: ContentBlock): boolean {
  return isThinking(block) && (block.signature ?? "") === "";
}
