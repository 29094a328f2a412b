// Which tools do the tests offer: those of the playground, and some that the simulator has never heard of?

type Properties = Record<string, object>;

function tool(name: string, description: string, properties: Properties, required: readonly string[] = []) {
  return {
    name,
    description,
    input_schema: { type: "object" as const, properties, required: [...required] },
  };
}

const text = { type: "string" };
const number = { type: "number" };

export const playgroundTools = [
  tool(
    "get_weather",
    "Get the current weather in a given location",
    {
      location: { type: "string", description: "City" },
      unit: { type: "string", enum: ["celsius", "fahrenheit"] },
    },
    ["location"],
  ),
  tool("get_time", "Get the current time at a place or in an IANA time zone", {
    location: text,
    timezone: { type: "string", description: "IANA name" },
  }),
  tool("calculate_sum", "Add up a list of numbers", { numbers: { type: "array", items: number } }, [
    "numbers",
  ]),
  tool("get_stock_price", "Get the latest price of a stock", { symbol: text }, ["symbol"]),
  tool(
    "wait",
    "Wait for some seconds; may fail on request",
    { seconds: number, fail: { type: "boolean" }, label: text },
    ["seconds"],
  ),
  tool(
    "draw_chart",
    "Draw a chart of values and return it as an image",
    {
      title: text,
      kind: { type: "string", enum: ["bar", "line"] },
      labels: { type: "array", items: text },
      values: { type: "array", items: number },
    },
    ["title", "labels", "values"],
  ),
  tool(
    "read_document",
    "Read one of the company's documents",
    { name: { type: "string", enum: ["travel-policy", "release-notes", "menu"] } },
    ["name"],
  ),
];

export const unheardTools = [
  tool(
    "search_flights",
    "Search for flights",
    { from: text, to: text, date: { type: "string", format: "date" } },
    ["from", "to", "date"],
  ),
  tool("convert_currency", "Convert an amount between currencies", { amount: number, from: text, to: text }, [
    "amount",
    "from",
    "to",
  ]),
  tool("send_email", "Send an email", { to: text, subject: text, body: text }, ["to", "subject", "body"]),
];
