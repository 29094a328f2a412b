// Is an error of a kind, whichever bundle the class of that kind comes from?

/**
 * What the server makes at its start and what its route handlers are made of are bundled apart: each has classes of its own,
 * and plain `instanceof` does not know the other's. The name does.
 *
 * @param name what every error of the kind has as its `name`
 */
export function hasFailureName(value: unknown, name: string): boolean {
  return value instanceof Error && value.name === name;
}
