// How is the shape of a request written down as data?

/** What a JSON value must look like. Wordings are made from it in `shape-problem.ts`. */
export type Shape =
  | { readonly is: "string"; readonly min?: number; readonly max?: number; readonly pattern?: string }
  | { readonly is: "number"; readonly integer?: true; readonly min?: number; readonly max?: number }
  | { readonly is: "boolean" }
  | { readonly is: "anything" }
  | { readonly is: "dictionary" }
  | { readonly is: "one-of"; readonly values: readonly string[]; readonly named?: readonly string[] }
  | { readonly is: "list"; readonly of: Shape; readonly max?: number }
  | ObjectShape
  | TaggedShape
  | { readonly is: "either"; readonly text: Shape; readonly other: Shape }
  | { readonly is: "nullable"; readonly of: Shape };

export type ObjectShape = {
  readonly is: "object";
  readonly required: Fields;
  readonly optional: Fields;
  /** Whether fields beyond those named are let through. */
  readonly open?: true;
};

/** An object whose `type` says which shape it has; the tag becomes a part of the path, as the API's paths have it. */
export type TaggedShape = {
  readonly is: "tagged";
  readonly tags: Readonly<Record<string, Shape>>;
  /** The tag that holds when `type` is left out. */
  readonly untagged?: string;
};

export type Fields = Readonly<Record<string, Shape>>;

export const text: Shape = { is: "string" };
export const flag: Shape = { is: "boolean" };
export const anything: Shape = { is: "anything" };
export const dictionary: Shape = { is: "dictionary" };

export function oneOf(...values: readonly string[]): Shape {
  return { is: "one-of", values };
}

export function listOf(of: Shape, max?: number): Shape {
  return max === undefined ? { is: "list", of } : { is: "list", of, max };
}

export function nullable(of: Shape): Shape {
  return { is: "nullable", of };
}

export function textOr(other: Shape): Shape {
  return { is: "either", text, other };
}

/** An object that may hold these fields and no others. */
export function closed(required: Fields, optional: Fields = {}): ObjectShape {
  return { is: "object", required, optional };
}

/** An object that must hold these fields and may hold any others. */
export function open(required: Fields = {}, optional: Fields = {}): ObjectShape {
  return { is: "object", required, optional, open: true };
}

export function tagged(tags: Readonly<Record<string, Shape>>, untagged?: string): TaggedShape {
  return untagged === undefined ? { is: "tagged", tags } : { is: "tagged", tags, untagged };
}
