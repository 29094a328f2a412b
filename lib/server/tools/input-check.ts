// Does a tool input fit its schema, and if not, what does the model have to change?
import { Ajv, type Options, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-value";
import { exampleInput } from "./example-input";
import { inputProblems, shortJson } from "./input-problems";

/** @returns null where the input fits, else a text that lets the model correct its call */
export type InputCheck = (input: unknown) => string | null;

/** Compiles input schemas. One for all tools of a run: setting a validator up costs more than compiling a schema. */
export type SchemaCompiler = (
  toolName: string,
  schema: JsonObject,
  examples?: readonly JsonObject[],
) => InputCheck;

const options: Options = {
  strict: false,
  allErrors: true,
  // In JSON Schema 2020-12 `format` is an annotation: it describes a value and does not refuse one.
  validateFormats: false,
  // Two tools may carry the same `$id`, and none may refer to another's schema.
  addUsedSchema: false,
  logger: false,
};

/**
 * Schemas are read as JSON Schema 2020-12, or as draft-07 where `$schema` says so, which MCP servers send. References
 * to other documents are never fetched.
 *
 * @returns a compiler that throws an Error saying what is wrong with a schema
 */
export function createSchemaCompiler(): SchemaCompiler {
  const newest = new Ajv2020(options);
  let draft7: Ajv | undefined;
  return (toolName, schema, examples = []) => {
    // A word of the validator's own that would make its answer a promise; to JSON Schema it means nothing.
    const { $async, ...plain } = schema;
    if (isDraft7(schema)) draft7 ??= new Ajv(options);
    const validate = (isDraft7(schema) ? (draft7 ?? newest) : newest).compile(plain);
    return (input) => problemText(toolName, validate, schema, input, examples);
  };
}

function isDraft7(schema: JsonObject): boolean {
  return (
    typeof schema.$schema === "string" &&
    /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/.test(schema.$schema)
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
