// What does the API's code execution bring?

import type { ContentBlock } from "../api/content-block";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import { runPython } from "./python";
import { type ServerTool, standIn } from "./server-tool";

/** The first version had one Python tool; later ones run commands and edit files. */
export function codeExecution(definition: JsonObject): ServerTool {
  const isFirst = definition.type === "code_execution_20250522";
  const [name, field] = isFirst ? ["code_execution", "code"] : ["bash_code_execution", "command"];
  return {
    tool: standIn(name, "Run Python code to calculate something", field),
    definition,
    call: { type: "server_tool_use" },
    inContainer: true,
    run: (input) => {
      const text = String(input[field] ?? "");
      const type = isFirst ? "code_execution_result" : "bash_code_execution_result";
      const { stdout, stderr, returnCode } = isFirst ? runPython(text) : runCommand(text);
      const content = { type, stdout, stderr, return_code: returnCode, content: [] };
      return { type: `${name}_tool_result`, content };
    },
  };
}

/** The command that prints what a program prints. */
export function pythonCommand(program: string): string {
  return `python3 -c '${program.replaceAll("'", '"')}'`;
}

function runCommand(command: string): ReturnType<typeof runPython> {
  const program = /^python3? -c (['"])([\s\S]*)\1\s*$/.exec(command.trim())?.[2];
  if (program !== undefined) return runPython(program);
  const echoed = /^echo (?:"([^"$`\\]*)"|'([^']*)'|([\w .,:!?-]*))\s*$/.exec(command.trim());
  if (echoed !== null)
    return { stdout: `${echoed[1] ?? echoed[2] ?? echoed[3] ?? ""}\n`, stderr: "", returnCode: 0 };
  const stderr = `bash: the simulator runs \`python3 -c\` with arithmetic and \`echo\` only, not: ${command}\n`;
  return { stdout: "", stderr, returnCode: 127 };
}

/** What a sandbox printed, or its error. */
export function sandboxOutput({ content }: ContentBlock): { text: string; isError: boolean } | undefined {
  if (!isJsonObject(content) || typeof content.stdout !== "string") return undefined;
  const isError = content.return_code !== 0;
  return { text: String(isError ? content.stderr : content.stdout).trim(), isError };
}
