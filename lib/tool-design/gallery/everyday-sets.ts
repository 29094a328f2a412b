// Which ready sets are of plain tools?
import { type GallerySet, inputOf, text } from "./gallery-set";

const convertTemperature = `({ value, to }) => {
  if (to === "fahrenheit") return { value: (value * 9) / 5 + 32, unit: "fahrenheit" };
  return { value: ((value - 32) * 5) / 9, unit: "celsius" };
}`;

const calculate = `({ expression }) => {
  // Numbers, + - * / ^, brackets: read by hand, because what a model writes is never evaluated as code.
  const tokens = expression.match(/\\d+(?:\\.\\d+)?|[-+*\\/^()]/g) ?? [];
  if (tokens.join("") !== expression.replace(/\\s/g, "")) throw new Error("Use numbers, + - * / ^ and brackets only.");
  let at = 0;
  const atom = () => {
    const token = tokens[at++];
    if (token === "-") return -atom();
    if (token === "(") {
      const value = sum();
      if (tokens[at++] !== ")") throw new Error("A bracket is not closed.");
      return value;
    }
    if (token === undefined || Number.isNaN(Number(token))) throw new Error("A number is missing.");
    return Number(token);
  };
  const power = () => {
    const base = atom();
    return tokens[at] === "^" ? (at++, base ** power()) : base;
  };
  const product = () => {
    let value = power();
    while (tokens[at] === "*" || tokens[at] === "/") value = tokens[at++] === "*" ? value * power() : value / power();
    return value;
  };
  const sum = () => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-") value = tokens[at++] === "+" ? value + product() : value - product();
    return value;
  };
  const value = sum();
  if (at < tokens.length) throw new Error("The expression ends too late: " + tokens.slice(at).join(" "));
  return { expression, value };
}`;

export const everydaySets: readonly GallerySet[] = [
  {
    name: "weather-and-time",
    title: "Weather and time",
    teaches: "Two questions about two cities are four calls in one batch: none needs what another brings.",
    prompt: "What's the weather in Oslo and in Lima, and what time is it in each?",
    tools: [
      "get_weather",
      "get_time",
      {
        name: "convert_temperature",
        description:
          "Converts a temperature between celsius and fahrenheit. Call it when the answer is wanted in the other unit. It gives the value and its unit.",
        inputSchema: inputOf({
          value: { type: "number", description: "The temperature to convert" },
          to: text("The unit wanted", { enum: ["celsius", "fahrenheit"] }),
        }),
        inputExamples: [{ value: 21, to: "fahrenheit" }],
        handler: { kind: "javascript", source: convertTemperature },
      },
    ],
  },
  {
    name: "calculator",
    title: "Calculator",
    teaches: "A model does not count, it calls: a tool with one text field, and one with a list of numbers.",
    prompt: "What is 15 + 27, and what is the sum of 3, 4.5 and 12?",
    tools: [
      "calculate_sum",
      {
        name: "calculate",
        description:
          "Calculates an arithmetic expression exactly. Call it for any calculation beyond a plain sum. It knows numbers, + - * / ^ and brackets, and gives the value; it knows no variables and no units.",
        inputSchema: inputOf({ expression: text("The expression, such as (3 + 4) * 2^3") }),
        inputExamples: [{ expression: "(3 + 4) * 2" }],
        handler: { kind: "javascript", source: calculate },
      },
    ],
  },
];
