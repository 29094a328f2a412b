// What does the stock price tool answer?
import { z } from "zod";
import { ToolFailure } from "../tool-failure";
import { builtinTool } from "./builtin-tool";
import { seededInteger, seededNumber } from "./seeded-number";
import { serviceLatency } from "./service-latency";

const description =
  "Gets the closing price of one listed share by its ticker symbol: price, currency, change on the day in percent, and " +
  "the trading day. Use it when someone asks what a share costs or how it moved, and call it once for each symbol. A " +
  "suffix names the exchange, as in VOD.L for London; without one the share trades in the United States. Prices are " +
  "made up for demonstration and always the same, so they are not fit for investing; it does not look up companies by name.";

const input = z.strictObject({
  symbol: z.string().min(1).describe('Ticker symbol, such as "AAPL", "BRK.B" or "VOD.L"'),
});

/** A Friday, so that it reads as a trading day; fixed, so that the same question has the same answer. */
const tradingDay = "2026-11-20";

const currencies = new Map([
  ["L", "GBP"],
  ["DE", "EUR"],
  ["PA", "EUR"],
  ["AS", "EUR"],
  ["MI", "EUR"],
  ["MC", "EUR"],
  ["SW", "CHF"],
  ["T", "JPY"],
  ["HK", "HKD"],
  ["TO", "CAD"],
  ["AX", "AUD"],
  ["NS", "INR"],
]);

export const getStockPrice = builtinTool("get_stock_price", description, input, async (asked, { signal }) => {
  const symbol = asked.symbol.trim().replace(/^\$/, "").toUpperCase();
  const form = /^(?:[A-Z]{1,5}|[0-9]{4})(?:[.-]([A-Z]{1,2}))?$/.exec(symbol);
  if (form === null) {
    throw new ToolFailure(
      `Error: ${JSON.stringify(asked.symbol)} is not a ticker symbol. Give 1 to 5 letters, or 4 digits, with a suffix ` +
        'where the share trades outside the United States, such as "AAPL", "BRK.B" or "7203.T".',
    );
  }
  await serviceLatency(`get_stock_price ${symbol}`, [200, 600], signal);
  return {
    symbol,
    price: seededInteger(`${symbol} price`, 800, 48_000) / 100,
    currency: currencies.get(form[1] ?? "") ?? "USD",
    change_percent: Math.round((seededNumber(`${symbol} change`) - 0.5) * 600) / 100,
    as_of: tradingDay,
  };
});
