// Which requests just break, and just keep, the rules about system messages, effort, prefill and images?

import { type RuleCase, user, withBetas, withBody, withMessages } from "./rule-case";

const system = { role: "system", content: "Be brief" };
const directive = (effort: string) => ({ role: "system", content: [], output_config: { effort } });
const directing = (messages: readonly object[], fields: object = {}) =>
  withBetas(["mid-conversation-output-config-2026-07-01"], { ...fields, messages });
const assistant = { role: "assistant", content: "Hi" };
const png = `iVBORw0KGgo${"A".repeat(16)}`;
const image = (data: string) => ({
  type: "image",
  source: { type: "base64", media_type: "image/png", data },
});
const shown = (data: string) => withMessages({ role: "user", content: [image(data)] });
const older = (text: string) =>
  withBody({ model: "claude-haiku-4-5", messages: [user, { role: "assistant", content: text }] });
const disabled = { thinking: { type: "disabled" } };

export const systemAndImageCases: readonly RuleCase[] = [
  {
    rule: 68,
    when: "a system message first",
    breaks: withMessages(system, user),
    keeps: directing([directive("high"), user]),
    message:
      "messages.0: role 'system' must follow a 'user' message or an 'assistant' message ending in a server tool result; the directive-only form (content: [] with output_config) is accepted at any position",
  },
  {
    rule: 68,
    when: "a system message with a user message behind it",
    breaks: withMessages(user, system, user),
    keeps: withMessages(user, system, assistant, user),
    message:
      "messages.1: role 'system' must precede an 'assistant' message or end the array; the directive-only form (content: [] with output_config) is accepted at any position",
  },
  {
    rule: 31,
    when: "a prefill that ends with a space",
    breaks: older("Once "),
    keeps: older("Once"),
    message: "messages: final assistant content cannot end with trailing whitespace",
  },
  {
    rule: 34,
    when: "an image one byte too large",
    breaks: shown(png + "A".repeat(5 * 1024 * 1024 - png.length + 1)),
    keeps: shown(png + "A".repeat(5 * 1024 * 1024 - png.length)),
    message:
      "messages.0.content.0.image.source.base64: image exceeds 5 MB maximum: 5242881 bytes > 5242880 bytes",
  },
  {
    rule: 34,
    when: "an image that is none",
    breaks: shown(Buffer.from("hello, hello").toString("base64")),
    keeps: shown(png),
    message: "Could not process image",
  },
  {
    rule: 79,
    when: "thinking disabled where it can only be between tools",
    breaks: withBody({ model: "claude-sonnet-5-5", ...disabled }),
    keeps: withBody({ model: "claude-sonnet-5-5", thinking: { type: "between_tools" } }),
    message: /^To turn thinking off on this model, send "thinking": \{"type": "between_tools"\} instead of/,
  },
  {
    rule: 80,
    when: "much effort without thinking",
    breaks: withBody({ ...disabled, output_config: { effort: "xhigh" } }),
    keeps: withBody({ ...disabled, output_config: { effort: "high" } }),
    message:
      "output_config.effort 'xhigh' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.",
  },
  {
    rule: 80,
    when: "effort that changes without thinking",
    breaks: directing([user, directive("low")], disabled),
    keeps: directing([user, directive("high")], disabled),
    message:
      "messages.1: output_config.effort 'low' differs from the 'high' in effect before it; effort cannot change when thinking is disabled on this model. Use effort 'high', or enable thinking.",
  },
];
