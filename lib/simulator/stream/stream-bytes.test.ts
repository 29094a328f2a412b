// Are the bytes of a stream that is made at once those of its events, one by one?

import { describe, expect, test } from "vitest";
import { seededRandom } from "../json/seed";
import { framesOf, inputDelta, textDelta, thinkingDelta } from "./delta-frames";
import { streamBytes } from "./stream-bytes";
import { frame, type StreamPart } from "./stream-part";

const odd = ["🙂", "語", "é", '"', "\\", "\n", "\u0000", "\u2028", "\ud83d", "\udc00", "\u007f"];

/** Mostly plain letters, now and then one that is not. */
function mixed(length: number, oddShare: number, seed: string): string {
  const random = seededRandom(seed);
  return Array.from({ length }, () => {
    const letter = String.fromCharCode(0x61 + Math.floor(random() * 26));
    return random() < oddShare ? odd[Math.floor(random() * odd.length)] : letter;
  }).join("");
}

const run = (text: string, index = 0, delta = textDelta): StreamPart => ({
  index,
  delta,
  text,
  tokensPerLetter: 0.25,
});
const joined = (parts: readonly StreamPart[]) =>
  framesOf(parts)
    .map(({ text }) => text)
    .join("");

function bytesOf(parts: readonly StreamPart[]): { text: string; lengths: readonly number[] } {
  const chunks = Array.from(streamBytes(parts), ({ bytes }) => Buffer.from(bytes));
  return { text: Buffer.concat(chunks).toString(), lengths: chunks.map(({ length }) => length) };
}

describe("the bytes of a stream", () => {
  test.each([
    ["no letter", ""],
    ["one letter", "a"],
    ["a sentence", "It is 18 °C in Paris, and sunny."],
    ["plain text of many chunks", "word ".repeat(40_000)],
    ["a line now and then", `${"word ".repeat(16)}\n`.repeat(200)],
    ["emoji only", "🙂".repeat(3_000)],
    ["lone surrogates only", "\ud83d".repeat(500)],
    ["a character across every border", `${"abcdefgh".repeat(3)}🙂`.repeat(400)],
  ])("are those of its events: %s", (_, text) => {
    const parts = [frame({ type: "ping" }), run(text), frame({ type: "message_stop" })];
    expect(bytesOf(parts).text).toBe(Buffer.from(joined(parts)).toString());
  });

  test("are those of its events, whatever the letters: 300 texts", () => {
    for (let at = 0; at < 300; at++) {
      const text = mixed(1 + at * 7, (at % 10) / 20, `text ${at}`);
      const parts = [
        run(text, at % 3, [textDelta, thinkingDelta, inputDelta][at % 3]),
        frame({ type: "ping" }),
      ];
      expect(bytesOf(parts).text).toBe(Buffer.from(joined(parts)).toString());
    }
  });

  test("leave in few chunks, the last one marked, and a block longer than a chunk in one of its own", () => {
    const whole = frame({ type: "content_block_start", content: "語".repeat(200_000) });
    const parts = [run("word ".repeat(8_000)), whole, run("word ".repeat(10))];
    const { text, lengths } = bytesOf(parts);
    expect(text).toBe(joined(parts));
    expect(lengths.length).toBeLessThan(text.length / 50_000);
    expect(Array.from(streamBytes(parts), ({ isLast }) => isLast)).toEqual(
      lengths.map((_, at) => at === lengths.length - 1),
    );
  });

  test("of two streams that are read in turn do not mix", () => {
    const [one, other] = [run("a".repeat(60_000)), run("b".repeat(60_000), 1)];
    const readers = [streamBytes([one]), streamBytes([other])];
    const read: string[] = ["", ""];
    for (let isDone = false; !isDone; ) {
      const steps = readers.map((reader) => reader.next());
      steps.forEach(({ value }, at) => {
        read[at] += value === undefined ? "" : Buffer.from(value.bytes).toString();
      });
      isDone = steps.every(({ done }) => done);
    }
    expect(read).toEqual([joined([one]), joined([other])]);
  });

  test("use the memory of a reader again that has gone in the middle", () => {
    const [first] = [...streamBytes([run("a")])];
    for (const _chunk of streamBytes([run("word ".repeat(60_000))])) break;
    const [again] = [...streamBytes([run("b")])];
    expect(again?.bytes.buffer).toBe(first?.bytes.buffer);
  });
});
