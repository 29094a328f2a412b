// Which ready sets have results that are more than text, or more tools than a prompt should hold?
import type { JsonObject } from "@/lib/protocol/json-object";
import { type GallerySet, inputOf, text } from "./gallery-set";

/** A red dot of 8 by 8 pixels. */
const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC";

const fields = [
  "invoice",
  "customer",
  "order",
  "parcel",
  "ticket",
  "contract",
  "employee",
  "device",
  "meeting",
  "project",
];
const more = [
  "supplier",
  "payment",
  "refund",
  "warehouse",
  "vehicle",
  "campaign",
  "article",
  "license",
  "report",
  "budget",
];
const verbs = [
  "find",
  "create",
  "update",
  "delete",
  "archive",
  "share",
  "export",
  "count",
  "assign",
  "approve",
];

function catalogueTool(verb: string, noun: string): JsonObject {
  return {
    name: `${verb}_${noun}`,
    description: `${verb[0]?.toUpperCase()}${verb.slice(1)}s a ${noun}. Call it when a user wants to ${verb} a ${noun}. It gives the number of the ${noun} and its state.`,
    inputSchema: inputOf({
      "id?": text(`The number of the ${noun}, such as 4711`),
      "note?": text("A remark to keep with it"),
    }),
    deferLoading: true,
    handler: { kind: "fixed", content: `${noun} {{input.id}}: ${verb} done`, delayMs: 100 },
  };
}

export const contentSets: readonly GallerySet[] = [
  {
    name: "deferred-catalogue",
    title: "Catalogue of 200 deferred tools",
    teaches:
      "Only what a search finds comes into the prompt: compare the tokens of this set with and without defer_loading.",
    prompt: "Find the tool that can approve a refund and use it for refund 4711.",
    tools: [
      { type: "tool_search_tool_bm25_20251119", name: "tool_search_tool_bm25" },
      "get_time",
      ...[...fields, ...more].flatMap((noun) => verbs.map((verb) => catalogueTool(verb, noun))),
    ],
  },
  {
    name: "images-and-documents",
    title: "Images and documents",
    teaches: "A result may hold images and documents beside text, and the model sees them.",
    prompt:
      "Draw a bar chart of apples 12, pears 7 and plums 9, read the travel policy, and show me the company seal.",
    tools: [
      "draw_chart",
      "read_document",
      {
        name: "get_seal",
        description:
          "Gives the seal of the company as an image, with the document that describes it. Call it when the seal or the logo is asked about. There is only one.",
        inputSchema: inputOf({ "format?": text("The format wanted; only png is there", { enum: ["png"] }) }),
        handler: {
          kind: "fixed",
          content: [
            { type: "text", text: "The seal, as png:" },
            { type: "image", source: { type: "base64", media_type: "image/png", data: dot } },
            {
              type: "document",
              title: "About the seal",
              source: {
                type: "text",
                media_type: "text/plain",
                data: "A red dot. It was drawn in 1998 and is still in use.",
              },
            },
          ],
        },
      },
    ],
  },
];
