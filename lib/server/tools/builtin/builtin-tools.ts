// Which tools does Toolscope bring along?

import { type BuiltinToolName, builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { BuiltinTool } from "./builtin-tool";
import { calculateSum } from "./calculate-sum";
import { drawChart } from "./draw-chart";
import { getStockPrice } from "./get-stock-price";
import { getTime } from "./get-time";
import { getWeather } from "./get-weather";
import { readDocument } from "./read-document";
import { wait } from "./wait";

export const builtinTools: Readonly<Record<BuiltinToolName, BuiltinTool>> = {
  get_weather: getWeather,
  get_time: getTime,
  calculate_sum: calculateSum,
  get_stock_price: getStockPrice,
  wait,
  draw_chart: drawChart,
  read_document: readDocument,
};

export type BuiltinDefinition = {
  readonly name: BuiltinToolName;
  readonly description: string;
  readonly inputSchema: JsonObject;
};

/** @returns what a model gets to see of the built-in tools, in the order they are offered */
export function builtinDefinitions(): BuiltinDefinition[] {
  return builtinToolNames.map((name) => {
    const { description, inputSchema } = builtinTools[name];
    return { name, description, inputSchema };
  });
}
