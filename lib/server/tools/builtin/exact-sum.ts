// What is the sum of decimal numbers, exactly?

type Scaled = { readonly digits: bigint; readonly scale: number };

/**
 * Adds the numbers as they are written in decimal, so that 0.1 + 0.2 is 0.3.
 *
 * @param numbers finite numbers
 * @returns the sum as a JSON number; more digits than a double holds are all kept
 */
export function exactSum(numbers: readonly number[]): string {
  const terms = numbers.map(scaled);
  const scale = Math.max(0, ...terms.map((term) => term.scale));
  const sum = terms.reduce((total, term) => total + term.digits * 10n ** BigInt(scale - term.scale), 0n);
  return decimalText(sum, scale);
}

/** The shortest text that reads back as the number is what its author wrote. */
function scaled(number: number): Scaled {
  const [mantissa = "0", exponent = "0"] = String(number).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const digits = BigInt(whole + fraction);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

function decimalText(digits: bigint, scale: number): string {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, "");
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
