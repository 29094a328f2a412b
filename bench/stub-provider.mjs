// A provider that answers as fast as it can: 3 turns of 4,000 text deltas, the first two ending in a batch of calls.
// Runs in its own process so that its work is not the measured one's. Prints its port.
import { createServer } from "node:http";

const deltas = Number(process.argv[2] ?? 4_000);
const callsPerBatch = Number(process.argv[3] ?? 4);
const turns = Number(process.argv[4] ?? 3);
const writeBytes = 16 * 1024;

const sse = (event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

function reply(turn) {
  const last = turn === turns - 1;
  const message = {
    id: `msg_bench_${turn}`,
    type: "message",
    role: "assistant",
    model: "bench",
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: 100, output_tokens: 1 },
  };
  const text = [
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    ...Array.from({ length: deltas }, (_, index) => ({
      type: "content_block_delta",
      index: 0,
      delta: { type: "text_delta", text: ` word${index % 97}` },
    })),
    { type: "content_block_stop", index: 0 },
  ];
  const calls = Array.from({ length: last ? 0 : callsPerBatch }, (_, index) => [
    {
      type: "content_block_start",
      index: index + 1,
      content_block: { type: "tool_use", id: `toolu_${turn}_${index}`, name: "lookup", input: {} },
    },
    { type: "content_block_delta", index: index + 1, delta: { type: "input_json_delta", partial_json: "" } },
    {
      type: "content_block_delta",
      index: index + 1,
      delta: { type: "input_json_delta", partial_json: JSON.stringify({ key: `k${index}` }) },
    },
    { type: "content_block_stop", index: index + 1 },
  ]).flat();
  const end = [
    {
      type: "message_delta",
      delta: { stop_reason: last ? "end_turn" : "tool_use", stop_sequence: null },
      usage: { output_tokens: deltas },
    },
    { type: "message_stop" },
  ];
  return Buffer.from([{ type: "message_start", message }, ...text, ...calls, ...end].map(sse).join(""));
}

const replies = Array.from({ length: turns }, (_, turn) => reply(turn));

const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const { messages } = JSON.parse(Buffer.concat(parts).toString("utf8"));
  const turn = messages.filter((message) => message.role === "assistant").length;
  const bytes = replies[Math.min(turn, turns - 1)];
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  for (let start = 0; start < bytes.length; start += writeBytes) {
    const room = response.write(bytes.subarray(start, start + writeBytes));
    if (!room) await new Promise((resolve) => response.once("drain", resolve));
  }
  response.end();
});

server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
