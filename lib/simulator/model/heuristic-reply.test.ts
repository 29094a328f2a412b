// Does the model obey, answer and recover as a model should?

import { describe, expect, test } from "vitest";
import { ask, bodyWith, errorIn, messageFrom } from "../testing/ask";
import { asks, loop, named, simulator, tools } from "../testing/conversation";

describe("tool_choice", () => {
  test("none calls nothing", async () => {
    expect((await asks("What's the weather in Paris?", { tool_choice: { type: "none" } })).calls).toEqual([]);
  });

  test("any calls something, with nothing said before it", async () => {
    const told = await asks("Tell me a joke", { tool_choice: { type: "any" } });
    expect(told.types).toEqual(["tool_use"]);
  });

  test("tool calls that tool, with what the prompt has for it", async () => {
    const told = await asks("Lisbon, please", { tool_choice: { type: "tool", name: "get_weather" } });
    expect(named(told)).toEqual([["get_weather", { location: "Lisbon" }]]);
  });

  test("disable_parallel_tool_use asks for one thing per turn until all are answered", async () => {
    const replies = await loop(
      "What's the weather in Rome and Oslo, and what's 1 + 2?",
      ({ name }) => ({ result: name }),
      { tool_choice: { type: "auto", disable_parallel_tool_use: true } },
    );
    expect(replies.map(({ calls }) => calls.length)).toEqual([1, 1, 1, 0]);
    expect(new Set(replies.flatMap(named).map((call) => JSON.stringify(call))).size).toBe(3);
  });
});

describe("answering", () => {
  test("tells the values that came back", async () => {
    const replies = await loop("What's the weather in Rome and Oslo?", ({ input }) =>
      input.location === "Rome"
        ? { location: "Rome", temperature: 21, unit: "celsius", conditions: "clear" }
        : "Snow, -3 degrees",
    );
    expect(replies.at(-1)?.text).toBe(
      "Here is what I found:\n- Weather for Rome: 21 °C, conditions clear.\n- Weather for Oslo: Snow, -3 degrees.",
    );
  });

  test("mentions images and documents", async () => {
    const replies = await loop("Draw a bar chart of a 1, b 2 and read the menu", ({ name }) =>
      name === "draw_chart"
        ? [{ type: "image", source: { type: "base64", media_type: "image/png", data: "iVBORw0KGgoAAAAN" } }]
        : [
            {
              type: "document",
              title: "Menu",
              source: { type: "text", media_type: "text/plain", data: "Soup, bread" },
            },
          ],
    );
    expect(replies.at(-1)?.text).toContain("I received an image (image/png)");
    expect(replies.at(-1)?.text).toContain(
      "I received the document “Menu” (text/plain), which begins: “Soup, bread…”",
    );
  });

  test("says what it has no tool for", async () => {
    const replies = await loop("What's the weather in Rome? Also, water all my plants.", () => "sunny");
    expect(replies.at(-1)?.text).toContain("I have no tool for “water all my plants”.");
  });

  test("does first what another call needs, and then that with the result", async () => {
    const replies = await loop("What's the weather in Oslo? Then email it to ann@example.com.", ({ name }) =>
      name === "get_weather" ? "Snow, -3 degrees" : "sent",
    );
    expect(replies.map(({ calls }) => calls.map(({ name }) => name))).toEqual([
      ["get_weather"],
      ["send_email"],
      [],
    ]);
    expect(String(replies[1]?.calls[0]?.input.body)).toContain("Snow, -3 degrees");
  });
});

describe("after an error", () => {
  test("tries once more with what the error suggests", async () => {
    const replies = await loop("What's the weather in Pari?", () => "never asked", { tools: [] });
    expect(replies).toHaveLength(1);
    const corrected = await loop("What's the weather in Springfield and Rome?", ({ input }) => {
      if (input.location === "Springfield")
        throw new Error('Unknown city "Springfield". Did you mean "Springfield, IL"?');
      return "sunny";
    });
    expect(corrected.map(named)).toEqual([
      [
        ["get_weather", { location: "Springfield" }],
        ["get_weather", { location: "Rome" }],
      ],
      [["get_weather", { location: "Springfield, IL" }]],
      [],
    ]);
    expect(corrected.at(-1)?.text).toContain("Weather for Springfield, IL: sunny.");
  });

  test("tries the same once more where the error may pass", async () => {
    let failures = 0;
    const replies = await loop("What's the weather in Rome?", () => {
      failures += 1;
      throw new Error("The service timed out");
    });
    expect(failures).toBe(2);
    expect(replies.at(-1)?.text).toContain("Weather for Rome did not work: Error: The service timed out.");
  });

  test("says so where nothing can be mended", async () => {
    const replies = await loop("What's the weather in Rome?", () => {
      throw new Error("No permission");
    });
    expect(replies.map(({ calls }) => calls.length)).toEqual([1, 0]);
    expect(replies.at(-1)?.text).toContain("No permission");
  });
});

describe("thinking", () => {
  test("is made where it is asked for, and only there", async () => {
    const shown = await messageFrom(simulator, {
      body: bodyWith({ tools, thinking: { type: "adaptive", display: "summarized" } }),
    });
    expect(shown.content[0]).toMatchObject({
      type: "thinking",
      signature: expect.stringMatching(/^[A-Za-z0-9+/]{40,}=*$/),
    });
    expect((await asks("What's the weather in Paris?", {})).types).toEqual(["text", "tool_use"]);
  });
});

describe("odd tools", () => {
  test.each([
    [
      "a property named __proto__",
      { properties: JSON.parse('{"__proto__":{"type":"string"}}'), required: ["__proto__"] },
    ],
    ["a schema that refers to itself", { properties: { next: { $ref: "#" } }, required: ["next"] }],
    [
      "a pattern that could run for ever",
      { properties: { a: { type: "string", pattern: "^(a+)+$" } }, required: ["a"] },
    ],
    ["properties that are booleans", { properties: { a: true, b: false }, required: ["a"] }],
    ["a required list of odd names", { required: ["constructor", "toString"] }],
  ])("with %s get an answer", async (_, schema) => {
    const tool = { name: "odd", description: "Odd", input_schema: { type: "object", ...schema } };
    const response = await ask(simulator, {
      body: bodyWith({ tools: [tool], tool_choice: { type: "any" } }),
    });
    expect(errorIn(response)).toBeUndefined();
  });
});

describe("a prompt of Claude Code", () => {
  const bash = {
    name: "Bash",
    description: "Executes a bash command",
    input_schema: {
      type: "object",
      properties: { command: { description: "The command to execute", type: "string" } },
      required: ["command"],
    },
  };
  /** As version 2.1.197 sends it. */
  const sent = (prompt: string) => ({
    headers: [
      ["x-api-key", "not-used"],
      ["anthropic-version", "2023-06-01"],
      [
        "anthropic-beta",
        "claude-code-20250219,interleaved-thinking-2025-05-14,mid-conversation-system-2026-04-07,effort-2025-11-24",
      ],
    ] as const,
    query: "beta=true",
    body: bodyWith({
      model: "claude-opus-4-8",
      thinking: { type: "adaptive" },
      output_config: { effort: "high" },
      tools: [bash],
      messages: [
        {
          role: "user",
          content: [
            {
              type: "text",
              text: "<system-reminder>\nRun nothing. What is the command?\n</system-reminder>\n\n",
            },
            { type: "text", text: prompt, cache_control: { type: "ephemeral" } },
          ],
        },
        { role: "system", content: "The following skills are available" },
      ],
    }),
  });

  test("is read without the reminders around it", async () => {
    const { content } = await messageFrom(simulator, sent("Hello, who are you?"));
    expect(content.map(({ type }) => type)).toEqual(["thinking", "text"]);
  });

  test("hands a command over as it is quoted", async () => {
    const { content } = await messageFrom(simulator, sent("Run the command `echo hi` with Bash"));
    expect(content.at(-1)).toMatchObject({ type: "tool_use", name: "Bash", input: { command: "echo hi" } });
  });
});
