// What does the sum tool answer?
import { z } from "zod";
import { builtinTool } from "./builtin-tool";
import { exactSum } from "./exact-sum";

const description =
  "Adds up a list of numbers and returns their exact sum and how many there were. Use it for every addition, also of " +
  "two numbers, instead of adding in your head. Decimals are added exactly, so 0.1 and 0.2 make 0.3; to subtract, give " +
  "a negative number. Addition is all it does.";

const input = z.strictObject({
  numbers: z.array(z.number()).max(10_000).describe("The numbers to add, such as [15, 27]"),
});

/** The sum is written as JSON text by hand: it may have more digits than a JavaScript number keeps. */
export const calculateSum = builtinTool(
  "calculate_sum",
  description,
  input,
  ({ numbers }) => `{"sum":${exactSum(numbers)},"count":${numbers.length}}`,
);
