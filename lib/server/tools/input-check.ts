// Does a tool input fit its schema, and if not, what does the model have to change?
import { Ajv, type Options, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { exampleInput } from "@/lib/tool-design/example-input";
import { boundedCheck } from "./bounded-check";
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
  return (input) => boundedProblem(toolName, () => problemText(toolName, validate, schema, input, examples));
}

/** A catastrophic pattern, or a schema that leads to itself without end, is the tool's fault and must not stop the server. */
function boundedProblem(toolName: string, check: () => string | null): string | null {
  try {
    const outcome = boundedCheck(() => ({ problem: check() }));
    if (outcome !== undefined) return outcome.problem;
    return (
      `The input of ${toolName} could not be checked in time: a \`pattern\` of its schema takes exponential time on this ` +
      "text. Call it again with a shorter text; whoever wrote the tool should simplify the pattern."
    );
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return `The input of ${toolName} could not be checked: its schema refers to itself without end.`;
  }
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
  const validator = validatorFor(dialectOf(schema), text);
  // A word of the validator's own that would make its answer a promise; to JSON Schema it means nothing.
  const { $async, ...plain } = schema;
  const validate = compiledBy(validator, plain);
  // The validator would keep every schema it ever saw.
  validator.removeSchema(plain);
  compiled.set(text, validate);
  const oldest = compiled.keys().next().value;
  if (compiled.size > mostCompiled && oldest !== undefined) compiled.delete(oldest);
  return validate;
}

/** Two tools may carry the same `$id`, and none may refer to another's schema: one that names itself gets its own. */
function validatorFor(dialect: Dialect, text: string): Ajv {
  if (text.includes('"$id"')) return newValidator(dialect);
  const validator = validators.get(dialect) ?? newValidator(dialect);
  validators.set(dialect, validator);
  return validator;
}

function compiledBy(validator: Ajv, schema: JsonObject): ValidateFunction {
  try {
    return validator.compile(schema);
  } catch (cause) {
    // A schema that failed would be taken for known the next time.
    validator.removeSchema(schema);
    if (!(cause instanceof RangeError)) throw cause;
    throw new Error("it is nested too deeply, or refers to itself without end (the call stack is full)");
  }
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
