// Which of the numbers in a prompt does a parameter mean?

import type { Source } from "./context";
import { type FoundNumber, numbersIn } from "./entities/numbers";
import { type Parameter, typeOf } from "./parameter";
import { contentStems, humanWords, stem } from "./words";

const milliseconds: Readonly<Record<string, number>> = {
  ms: 1,
  msec: 1,
  millisecond: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
};

/** Numbers whose own words name the parameter; else, for the only number a tool takes, all there are; else by position. */
export function numberValues(
  parameter: Parameter,
  source: Source,
  siblings: readonly Parameter[],
): readonly number[] {
  const found = numbersIn(
    source.clause.text.replace(/\bhalf an?\b/giu, "0.5").replace(/\b(?:in|on|at) \d{4}\b/g, ""),
  );
  const rivals = siblings.filter(({ kind }) => kind === "number");
  const named = found.filter((number) => isNamed(parameter, number));
  if (named.length > 0) return fitting(parameter, named);
  const free = found.filter(
    (number) => !rivals.some((rival) => rival.name !== parameter.name && isNamed(rival, number)),
  );
  if (!parameter.required) return [];
  const required = rivals.filter((rival) => rival.required);
  if (required.length <= 1) return fitting(parameter, free.length > 0 ? free : found);
  const own = free[required.indexOf(parameter)];
  if (own !== undefined) return fitting(parameter, [own]);
  const known = source.found?.numbers[required.indexOf(parameter)];
  return known === undefined ? [] : [known];
}

function isNamed({ name, schema }: Parameter, { unit, before }: FoundNumber): boolean {
  const described = typeof schema.description === "string" ? schema.description : "";
  const words = contentStems(`${humanWords(name)} ${described}`);
  const isTime = Array.from(words).some((word) => Object.hasOwn(milliseconds, word));
  return (
    words.has(stem(unit)) || words.has(stem(before)) || (isTime && Object.hasOwn(milliseconds, stem(unit)))
  );
}

function fitting(parameter: Parameter, numbers: readonly FoundNumber[]): readonly number[] {
  const target = timeUnitOf(parameter.name);
  const whole = typeOf(parameter.schema) === "integer";
  return numbers.map(({ value, unit }) => {
    const given = milliseconds[stem(unit)];
    const converted = target === undefined || given === undefined ? value : (value * given) / target;
    return whole ? Math.round(converted) : converted;
  });
}

function timeUnitOf(name: string): number | undefined {
  const unit = humanWords(name)
    .split(" ")
    .map(stem)
    .find((word) => Object.hasOwn(milliseconds, word));
  return unit === undefined ? undefined : milliseconds[unit];
}
