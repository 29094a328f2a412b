// Does a tool input fit its schema, and if not, what does the model have to change?
import { Ajv, type Options, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { exampleInput } from "./example-input";
import { inputProblems, shortJson } from "./input-problems";

/** @returns null where the input fits, else a text that lets the model correct its call */
export type InputCheck = (input: unknown) => string | null;

const options: Options = {
  strict: false,
  allErrors: true,
  // An unknown field is answered with the fields there are, which stand in the schema around the error.
  verbose: true,
  // In JSON Schema 2020-12 `format` is an annotation: it describes a value and does not refuse one.
  validateFormats: false,
  // Two tools may carry the same `$id`, and none may refer to another's schema.
  addUsedSchema: false,
  logger: false,
};

/** Setting a validator up costs more than compiling a schema, and runs repeat their tools: both are kept. */
const validators = new Map<Dialect, Ajv>();
const compiled = new Map<string, ValidateFunction>();
const mostCompiled = 500;

/**
 * Schemas are read as JSON Schema 2020-12, or as draft-07 where `$schema` says so, which MCP servers send. References
 * to other documents are never fetched.
 *
 * @throws Error saying what is wrong with the schema
 */
export function compileInputCheck(
  toolName: string,
  schema: JsonObject,
  examples: readonly JsonObject[] = [],
): InputCheck {
  const validate = validateFunction(schema);
  return (input) => problemText(toolName, validate, schema, input, examples);
}

/** The same for a value of any kind, such as a person's answer. @param what is named in the text */
export function compileValueCheck(what: string, schema: JsonObject): InputCheck {
  const validate = validateFunction(schema);
  return (value) => {
    if (validate(value)) return null;
    return `${what} does not fit its schema: ${inputProblems(validate.errors ?? [], value, what)}`;
  };
}

type Dialect = "2020-12" | "draft-07";

function validateFunction(schema: JsonObject): ValidateFunction {
  const text = JSON.stringify(schema);
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const dialect = dialectOf(schema);
  const validator = validators.get(dialect) ?? newValidator(dialect);
  validators.set(dialect, validator);
  // A word of the validator's own that would make its answer a promise; to JSON Schema it means nothing.
  const { $async, ...plain } = schema;
  const validate = validator.compile(plain);
  // The validator would keep every schema it ever saw.
  validator.removeSchema(plain);
  compiled.set(text, validate);
  const oldest = compiled.keys().next().value;
  if (compiled.size > mostCompiled && oldest !== undefined) compiled.delete(oldest);
  return validate;
}

function newValidator(dialect: Dialect): Ajv {
  return dialect === "draft-07" ? new Ajv(options) : new Ajv2020(options);
}

function dialectOf({ $schema, $id }: JsonObject): Dialect {
  if ($id !== undefined && typeof $id !== "string") throw new Error("$id must be a string");
  const name = typeof $schema === "string" ? $schema.replace(/#$/, "") : $schema;
  if (name === undefined || name === "https://json-schema.org/draft/2020-12/schema") return "2020-12";
  if (name === "http://json-schema.org/draft-07/schema") return "draft-07";
  throw new Error(
    `$schema is ${shortJson($schema, 200)}, but only 2020-12 and draft-07 are read: leave $schema out`,
  );
}

function problemText(
  toolName: string,
  validate: ValidateFunction,
  schema: JsonObject,
  input: unknown,
  examples: readonly JsonObject[],
): string | null {
  if (!validate(input)) {
    const problems = inputProblems(validate.errors ?? [], input);
    const fitting = [...examples, exampleInput(schema, input)].find((each) => validate(each));
    const remedy =
      fitting === undefined ? "Correct it and call again." : `Call it again with ${shortJson(fitting, 500)}.`;
    return `Input does not fit the schema of ${toolName}: ${problems} (got ${shortJson(input, 500)}). ${remedy}`;
  }
  return isJsonObject(input)
    ? null
    : `The input of ${toolName} must be a JSON object (got ${shortJson(input, 500)}).`;
}
