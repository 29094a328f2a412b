// Which requests just break, and just keep, the rules about cache breakpoints and what is deferred?

import { cached, type RuleCase, schemaTool, withBody, withTools } from "./rule-case";

const mark = (ttl?: string) => ({ cache_control: { type: "ephemeral", ...(ttl !== undefined && { ttl }) } });
const text = (words: string, ttl?: string) => ({ type: "text", text: words, ...mark(ttl) });
const spoken = (...content: unknown[]) => withBody({ messages: [{ role: "user", content }] });
const deferred = (fields: object) => ({ ...schemaTool({}, "late"), defer_loading: true, ...fields });

export const cacheCases: readonly RuleCase[] = [
  {
    rule: 81,
    when: "five breakpoints",
    breaks: cached(5),
    keeps: cached(4),
    message: "A maximum of 4 blocks with cache_control may be provided. Found 5.",
  },
  {
    rule: 83,
    when: "an hour behind five minutes",
    breaks: spoken(text("a", "5m"), text("b", "1h")),
    keeps: spoken(text("a", "1h"), text("b", "5m")),
    message:
      "messages.0.content.1.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: `tools`, `system`, `messages`.",
  },
  {
    rule: 83,
    when: "an hour in the system prompt behind a tool's five minutes",
    breaks: withBody({ tools: [{ ...schemaTool({}), ...mark() }], system: [text("Be brief", "1h")] }),
    keeps: withBody({ tools: [{ ...schemaTool({}), ...mark("1h") }], system: [text("Be brief")] }),
    message: /^system\.0\.cache_control\.ttl: /,
  },
  {
    rule: 84,
    when: "a breakpoint on an empty system block",
    breaks: withBody({ system: [text("")] }),
    keeps: withBody({ system: [text("Be brief")] }),
    message: "system.0: cache_control cannot be set for empty text blocks",
  },
  {
    rule: 84,
    when: "a breakpoint on an empty text of a message",
    breaks: spoken({ type: "text", text: "Hi" }, text("")),
    keeps: spoken({ type: "text", text: "Hi" }, text(".")),
    message: "messages.0.content.1.text: cache_control cannot be set for empty text blocks",
  },
  {
    rule: 45,
    when: "a deferred tool with a breakpoint",
    breaks: withTools(schemaTool({}), deferred(mark())),
    keeps: withTools({ ...schemaTool({}), ...mark() }, deferred({ cache_control: null })),
    message:
      "Tool 'late' cannot have both defer_loading=true and cache_control set. Tools with defer_loading cannot use prompt caching.",
  },
  {
    rule: 86,
    when: "prompt and max_tokens together too much",
    breaks: withBody({ model: "claude-haiku-4-5", max_tokens: 64_000, system: "word ".repeat(150_000) }),
    keeps: withBody({ model: "claude-haiku-4-5", max_tokens: 10_000, system: "word ".repeat(150_000) }),
    message:
      /^input length and `max_tokens` exceed context limit: \d+ \+ 64000 > 200000, decrease input length or /,
  },
];
