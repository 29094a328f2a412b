// Which prompt makes the API execute more calls than one turn holds?

const names =
  "Ada Lovelace,Alan Turing,Grace Hopper,Marie Curie,Mars,coffee,Kyoto,Lisbon,Bergen,JSON,chess,HTTP";

/** Twelve searches: ten, a pause, and two more. */
export const manySearches = names
  .split(",")
  .map((name) => `search the web for ${name}`)
  .join(", ");
