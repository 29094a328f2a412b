// Does the form of every handler come from its description, and do its values go back into it?
import { describe, expect, it } from "vitest";
import { toolHandlerSchema } from "@/lib/protocol/tool-handler";
import { handlerForm, handlerForms } from "./handler-form";
import { handlerOfValues, valuesOfHandler } from "./handler-values";

it("has a form for every kind, with a title and a description", () => {
  expect(handlerForms.map(({ kind }) => kind)).toEqual(
    toolHandlerSchema.options.map((option) => option.shape.kind.value),
  );
  for (const { title, description, fields } of handlerForms) {
    expect(title).not.toBe("");
    expect(description).not.toBe("");
    for (const field of fields) expect(field.title, field.name).not.toBe(field.name);
  }
});

it("reads controls, limits and choices off the description", () => {
  const field = (kind: string, name: string) => handlerForm(kind)?.fields.find((each) => each.name === name);
  expect(field("fixed", "content")?.control).toBe("content");
  expect(field("fixed", "delayMs")).toMatchObject({
    control: "number",
    minimum: 0,
    maximum: 600_000,
    whole: true,
  });
  expect(field("fixed", "seed")).toMatchObject({ control: "number", minimum: null, maximum: null });
  expect(field("fixed", "isError")?.control).toBe("flag");
  expect(field("javascript", "source")).toMatchObject({ control: "code", required: true });
  expect(field("http", "method")).toMatchObject({ control: "choice", fallback: "GET" });
  expect(field("http", "headers")?.control).toBe("headers");
  expect(field("http", "body")?.control).toBe("long-text");
  expect(field("human", "answerSchema")?.control).toBe("json");
});

describe("the values of a form", () => {
  it.each([
    { kind: "fixed", content: "Hi {{input.a}}", isError: true, delayMs: 5, failureRate: 0.5 },
    { kind: "fixed", content: [{ type: "text", text: "Hi" }] },
    { kind: "javascript", source: "() => 1" },
    {
      kind: "http",
      method: "POST",
      url: "https://x.example",
      headers: [{ name: "x-a", value: "1" }],
      body: "{}",
    },
    { kind: "human", question: "Why?", answerSchema: { type: "object" } },
  ])("are the handler again: %j", (handler) => {
    const values = valuesOfHandler(handler, () => "id");
    expect(handlerOfValues(handler.kind, values)).toEqual({ handler });
  });

  it("leave out what is empty, and say what is no JSON", () => {
    const rows = [{ id: "1", name: "", value: "" }];
    expect(handlerOfValues("http", { url: "u", body: null, headers: rows })).toEqual({
      handler: { kind: "http", url: "u" },
    });
    expect(handlerOfValues("fixed", { content: { form: "blocks", text: "{}" } })).toMatchObject({
      problem: { field: "handler.content" },
    });
    expect(handlerOfValues("human", { answerSchema: { jsonText: "{" } })).toMatchObject({
      problem: { field: "handler.answerSchema" },
    });
    expect(handlerOfValues("human", { answerSchema: { jsonText: " " } })).toEqual({
      handler: { kind: "human" },
    });
  });
});
