import { expect, test } from "vitest";
import { createStreamReader, eventValue } from "./stream-reader";

const text =
  'event: a\ndata: {"type":"a","text":"ü€"}\n\n: comment\n\nevent: message_stop\r\ndata: {"type":"message_stop"}\r\n\r\n';

test("events are the same wherever the bytes are cut", () => {
  const bytes = new TextEncoder().encode(text);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const reader = createStreamReader(1_000_000);
    const events = [...reader.read(bytes.slice(0, cut)), ...reader.read(bytes.slice(cut))];
    expect(events.map((event) => event.text)).toEqual([
      '{"type":"a","text":"ü€"}',
      '{"type":"message_stop"}',
    ]);
    expect(reader.finished()).toBe(true);
  }
});

test("data over several lines becomes one line of the same JSON", () => {
  const reader = createStreamReader(1_000_000);
  const [event] = reader.read(new TextEncoder().encode('data: {"type":\ndata: "a"}\n\n'));
  expect(event).toEqual({ text: '{"type":"a"}', type: "a" });
});

test("what is no JSON object is kept apart", () => {
  const reader = createStreamReader(1_000_000);
  expect(reader.read(new TextEncoder().encode("data: <html>\n\ndata: [1]\n\n"))).toEqual([]);
  expect(reader.garbage()).toBe("<html>");
});

test.each([
  [
    "a tab that is not escaped",
    '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a\tb"}}',
  ],
  [
    "an escape that JSON does not have",
    '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"\\x"}}',
  ],
  ["a quote too many", '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a"b"}}'],
  [
    "half a unicode escape",
    '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"\\u12"}}',
  ],
])("a delta with %s is garbage, as it is to JSON", (_what, data) => {
  expect(() => JSON.parse(data)).toThrow();
  const reader = createStreamReader(1_000_000);
  expect(reader.read(new TextEncoder().encode(`data: ${data}\n\n`))).toEqual([]);
  expect(reader.garbage()).toBe(data);
});

test.each(["plain", 'a \\"quote\\" \\\\ \\n \\u00fc', "ü€ 😀", ""])(
  "a delta that says %j comes through as it is",
  (text) => {
    const data = `{"type":"content_block_delta","index":12,"delta":{"type":"text_delta","text":"${text}"}}`;
    const [event] = createStreamReader(1_000_000).read(new TextEncoder().encode(`data: ${data}\n\n`));
    expect(event?.text).toBe(data);
    expect(event && eventValue(event)).toEqual(JSON.parse(data));
  },
);
