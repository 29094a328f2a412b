// Are the secrets in the addresses of tools found, and nothing else?
import { expect, test } from "vitest";
import { toolDefinitionSchema } from "@/lib/protocol/tool-definition";
import { urlSecrets } from "./url-secrets";

const tool = (url: string) =>
  toolDefinitionSchema.parse({ name: "ask", inputSchema: {}, handler: { kind: "http", url } });

test.each([
  ["https://api.example/?api_key=made%20up", ["made%20up", "made up"]],
  ["https://api.example/{{input.city}}?lang=en&access_token=made-up#part", ["made-up", "made-up"]],
  ["https://api.example/?sig=a%2Bb&code=c", ["a%2Bb", "a+b", "c", "c"]],
  ["https://api.example/?token={{input.token}}&city=Paris", []],
  ["https://api.example/?key=%zz", ["%zz", "%zz"]],
  ["https://api.example/?city=Paris", []],
])("%s", (url, secrets) => {
  expect(urlSecrets([tool(url), "get_weather"])).toEqual(secrets);
});
