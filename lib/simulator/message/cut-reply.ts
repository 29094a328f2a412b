// Where does a reply end, when a stop sequence or the token limit comes before its own end?

import { type ContentBlock, isText, isThinking, isToolUse } from "../api/content-block";
import { textTokens } from "../api/token-estimate";
import { isJsonObject } from "../json/canonical-json";
import { valueOfCutJson } from "../json/cut-json";

export type ReplyContent = {
  readonly content: readonly ContentBlock[];
  readonly stopReason: string;
  readonly stopSequence: string | null;
  readonly cutInput?: string;
};

const counted = new WeakMap<ContentBlock, number>();

/**
 * The tokens a block costs as output: its text, thinking or input JSON. Results of server tools cost none. Counted once:
 * a reply asks twice, and a script says the same blocks again and again.
 */
export function blockTokens(block: ContentBlock): number {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const tokens = textTokens(outputText(block));
  counted.set(block, tokens);
  return tokens;
}

/** Ends the reply before the first stop sequence that its text holds. */
export function cutAtStopSequence(reply: ReplyContent, stopSequences: readonly string[]): ReplyContent {
  const wanted = stopSequences.filter((sequence) => sequence !== "");
  for (const [index, block] of reply.content.entries()) {
    if (!isText(block)) continue;
    const hits = wanted
      .map((sequence) => ({ sequence, at: block.text.indexOf(sequence) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    const first = hits[0];
    if (first === undefined) continue;
    const kept = block.text.slice(0, first.at);
    const content = reply.content.slice(0, index);
    return {
      content: kept === "" ? content : [...content, { ...block, text: kept }],
      stopReason: "stop_sequence",
      stopSequence: first.sequence,
    };
  }
  return reply;
}

/** Ends the reply where its tokens reach the limit, in the middle of a text or of a call's input if need be. */
export function cutAtMaxTokens(reply: ReplyContent, maxTokens: number | undefined): ReplyContent {
  if (maxTokens === undefined) return reply;
  let left = maxTokens;
  const kept: ContentBlock[] = [];
  for (const block of reply.content) {
    const cost = blockTokens(block);
    if (cost <= left) {
      left -= cost;
      kept.push(block);
      continue;
    }
    const ended = { stopReason: "max_tokens", stopSequence: null };
    if (left === 0) return { content: kept, ...ended };
    const text = firstTokens(outputText(block), left);
    if (isToolUse(block)) {
      const input = valueOfCutJson(text);
      const cutBlock = { ...block, input: isJsonObject(input) ? input : {} };
      return { content: [...kept, cutBlock], ...ended, cutInput: text };
    }
    return { content: [...kept, cutText(block, text)], ...ended };
  }
  return reply;
}

function cutText(block: ContentBlock, text: string): ContentBlock {
  return isThinking(block) ? { ...block, thinking: text } : { ...block, text };
}

function outputText(block: ContentBlock): string {
  if (isText(block)) return block.text;
  if (isThinking(block)) return block.thinking;
  return isJsonObject(block.input) ? JSON.stringify(block.input) : "";
}

/** The longest beginning of a text that costs no more than so many tokens, found by halving. */
function firstTokens(text: string, tokens: number): string {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textTokens(text.slice(0, middle)) <= tokens) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, isInsidePair(text, low) ? low - 1 : low);
}

function isInsidePair(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? "");
}
