// What does the document tool answer?
import { z } from "zod";
import { builtinTool } from "./builtin-tool";
import { documentNames, documents } from "./documents";

const description =
  "Reads one of three stored documents and returns its full text as a document: travel_policy (a company's rules for " +
  "business travel, limits and claims), product_faq (questions and answers about a desk lamp) and service_handbook (how " +
  "deck staff of a ferry company work). Use it before answering a question one of them covers, and answer only from what " +
  "it says. These three are all there are.";

const input = z.strictObject({
  name: z.enum(documentNames).describe("Which document to read"),
});

export const readDocument = builtinTool("read_document", description, input, ({ name }) => {
  const { title, context, text } = documents[name];
  return [
    { type: "document", source: { type: "text", media_type: "text/plain", data: text }, title, context },
  ];
});
