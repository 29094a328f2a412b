// Which ready sets are of services: slow, dependent, flaky, and several calls in one?
import type { JsonObject } from "@/lib/protocol/json-object";
import { type GallerySet, inputOf, text } from "./gallery-set";

function fixed(name: string, description: string, input: JsonObject, handler: JsonObject): JsonObject {
  return { name, description, inputSchema: input, handler: { kind: "fixed", ...handler } };
}

const products = `const products = {
    lamp: { id: "p-100", name: "Desk lamp", price: 39.9, stock: 4 },
    chair: { id: "p-200", name: "Office chair", price: 189, stock: 0 },
    desk: { id: "p-300", name: "Standing desk", price: 429, stock: 2 },
  };`;

const searchProducts = `({ query }) => {
  ${products}
  const word = query.toLowerCase();
  return Object.entries(products)
    .filter(([key, { name }]) => word.includes(key) || name.toLowerCase().includes(word))
    .map(([, { id, name }]) => ({ id, name }));
}`;

const getProduct = `({ product_id }) => {
  ${products}
  const found = Object.values(products).find(({ id }) => id === product_id);
  if (!found) throw new Error("There is no product " + product_id + ". Search first; the ids look like p-100.");
  return found;
}`;

const placeOrder = `async ({ product_id, quantity = 1 }, { log, sleep }) => {
  ${products}
  const found = Object.values(products).find(({ id }) => id === product_id);
  if (!found) throw new Error("There is no product " + product_id + ". Search first; the ids look like p-100.");
  if (found.stock < quantity) throw new Error("Only " + found.stock + " in stock. Order less, or another product.");
  log("reserving", quantity, found.name);
  await sleep(300);
  return { order: "o-" + product_id.slice(2), total: Number((found.price * quantity).toFixed(2)) };
}`;

const batch = `async ({ calls }, { log, sleep }) => {
  // The tools that are wrapped: each takes an input and gives a value, or throws.
  const tools = {
    population: async ({ city }) => {
      await sleep(400);
      const known = { paris: 2_100_000, tokyo: 14_000_000, oslo: 720_000 };
      const found = known[String(city).toLowerCase()];
      if (found === undefined) throw new Error("unknown city " + city);
      return found;
    },
    distance: async ({ from, to }) => {
      await sleep(400);
      return { from, to, km: (from.length + to.length) * 137 };
    },
  };
  const answer = async ({ tool, input }) => {
    log("calling", tool);
    if (!tools[tool]) return { tool, error: "there are: " + Object.keys(tools).join(", ") };
    try {
      return { tool, result: await tools[tool](input ?? {}) };
    } catch (error) {
      return { tool, error: error.message };
    }
  };
  return Promise.all(calls.map(answer));
}`;

export const serviceSets: readonly GallerySet[] = [
  {
    name: "slow-research",
    title: "Research with slow tools",
    teaches:
      "Three services of one to two seconds: side by side they take as long as the slowest. Compare with Sequential.",
    prompt: "Search the papers, the news and the patents for solid state batteries.",
    tools: (["papers", "news", "patents"] as const).map((source, index) =>
      fixed(
        `search_${source}`,
        `Searches ${source} by words. Call it when ${source} are asked about; several searches can run at the same time. It gives up to three titles with a year.`,
        inputOf({ query: text("The words to look for") }),
        {
          content: `Found in ${source} for "{{input.query}}": 1. An overview (2025). 2. A comparison (2026). 3. An outlook (2026).`,
          delayMs: 1_000 + index * 400,
          jitterMs: 500,
          seed: index,
        },
      ),
    ),
  },
  {
    name: "dependent-shop",
    title: "Shop with dependent calls",
    teaches:
      "An order needs an id, the id needs a search: these calls cannot come in one batch. Errors say what to do next.",
    prompt: "Find a lamp, tell me its price and order two of them.",
    tools: [
      {
        name: "search_products",
        description:
          "Searches the shop by words. Call it first: every other tool wants an id from here. It gives id and name of each product found, without prices.",
        inputSchema: inputOf({ query: text("What is looked for, such as lamp") }),
        handler: { kind: "javascript", source: searchProducts },
      },
      {
        name: "get_product",
        description:
          "Gives price and stock of a product. Call it with an id from search_products. An unknown id is an error.",
        inputSchema: inputOf({ product_id: text("The id of the product, such as p-100") }),
        handler: { kind: "javascript", source: getProduct },
      },
      {
        name: "place_order",
        description:
          "Orders a product. Call it only when the user wants to buy, with an id from search_products. It gives the number of the order and the total; too little stock is an error.",
        inputSchema: inputOf({
          product_id: text("The id of the product, such as p-100"),
          "quantity?": {
            type: "integer",
            minimum: 1,
            maximum: 10,
            description: "How many; 1 where left out",
          },
        }),
        handler: { kind: "javascript", source: placeOrder },
      },
    ],
  },
  {
    name: "flaky-services",
    title: "Flaky services",
    teaches:
      "One service fails half the time, one always, one is slow: an error is a result, and a good model goes on.",
    prompt: "Check the status of the billing service, the mail service and the backup service.",
    tools: [
      fixed(
        "check_billing",
        "Gives the status of the billing service. Call it when billing is asked about. It may fail and can be tried again.",
        inputOf({ "region?": text("The region, such as eu") }),
        { content: "billing: healthy", failureRate: 0.5, seed: 4, delayMs: 200, jitterMs: 300 },
      ),
      fixed(
        "check_mail",
        "Gives the status of the mail service. Call it when mail is asked about. It gives one word for each region.",
        inputOf({ "region?": text("The region, such as eu") }),
        { content: "mail: no answer from the service. Ask again in an hour.", isError: true, delayMs: 150 },
      ),
      fixed(
        "check_backup",
        "Gives the status of the backup service. Call it when backups are asked about. It takes two to three seconds.",
        inputOf({ "region?": text("The region, such as eu") }),
        { content: "backup: last run 02:00, complete", delayMs: 2_000, jitterMs: 800 },
      ),
    ],
  },
  {
    name: "batch-tool",
    title: "Batch tool",
    teaches:
      "For a model that will not call in parallel: one tool takes a list of calls and runs them side by side.",
    prompt: "Use the batch tool to get the population of Paris and Tokyo.",
    system: "Put calls that do not need each other into one call of batch.",
    tools: [
      {
        name: "batch",
        description:
          "Runs several calls at once and gives their results in order. Use it whenever two or more calls do not need each other's results. There are population (input: city) and distance (input: from, to). A failed call has an error in place of a result.",
        inputSchema: inputOf({
          calls: {
            type: "array",
            description: "The calls to run at the same time",
            minItems: 1,
            maxItems: 20,
            items: inputOf({
              tool: text("Which tool", { enum: ["population", "distance"] }),
              "input?": { type: "object", description: 'Its input, such as {"city":"Paris"}' },
            }),
          },
        }),
        inputExamples: [{ calls: [{ tool: "population", input: { city: "Paris" } }] }],
        handler: { kind: "javascript", source: batch },
      },
    ],
  },
];
