// The same work with the AI SDK behind a Next.js route, as its documentation shows it.
import { createAnthropic } from "@ai-sdk/anthropic";
import { jsonSchema, stepCountIs, streamText, tool } from "ai";

export const dynamic = "force-dynamic";

export async function POST(request: Request) {
  const { baseURL } = await request.json();
  const anthropic = createAnthropic({ apiKey: "not-used", baseURL: `${baseURL}/v1` });
  const lookup = tool({
    description: "Looks a key up.",
    inputSchema: jsonSchema<{ key: string }>({
      type: "object",
      properties: { key: { type: "string" } },
      required: ["key"],
    }),
    execute: async ({ key }) => `value of ${key}`,
  });
  const result = streamText({
    model: anthropic("bench"),
    prompt: "Go",
    tools: { lookup },
    stopWhen: stepCountIs(10),
    maxOutputTokens: 10_000,
  });
  return result.toUIMessageStreamResponse();
}
