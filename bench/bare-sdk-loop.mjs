// The same work on the bare SDK: `messages.stream`, run the tools, answer, until the model is done.
import Anthropic from "@anthropic-ai/sdk";

/** @returns wall time in ms */
export async function bareSdkLoop(baseURL, tool) {
  const client = new Anthropic({ apiKey: "not-used", baseURL, maxRetries: 0 });
  const messages = [{ role: "user", content: "Go" }];
  const started = performance.now();
  for (;;) {
    const stream = client.messages.stream({
      model: "bench",
      max_tokens: 10_000,
      messages,
      tools: [tool.definition],
    });
    for await (const _event of stream) {
      // A program that shows the text as it comes looks at every event.
    }
    const reply = await stream.finalMessage();
    if (reply.stop_reason !== "tool_use") break;
    const calls = reply.content.filter((block) => block.type === "tool_use");
    const results = await Promise.all(
      calls.map(async (call) => ({
        type: "tool_result",
        tool_use_id: call.id,
        content: await tool.run(call.input),
      })),
    );
    messages.push({ role: "assistant", content: reply.content }, { role: "user", content: results });
  }
  return performance.now() - started;
}
