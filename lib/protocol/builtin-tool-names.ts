// Which tools does every installation have?

export const builtinToolNames = [
  "get_weather",
  "get_time",
  "calculate_sum",
  "get_stock_price",
  "wait",
  "draw_chart",
  "read_document",
] as const;
export type BuiltinToolName = (typeof builtinToolNames)[number];
