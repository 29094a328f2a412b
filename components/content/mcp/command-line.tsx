import type { McpCommand } from "@/lib/protocol/mcp-server";

/** A command line as it would be run: each argument by itself, so that nothing hides in a quote, a space or a line break. */
export function CommandLine({ command: { argv, cwd, envNames } }: { command: McpCommand }) {
  return (
    <div className="flex flex-col gap-2">
      <ol
        aria-label="Command line"
        className="overflow-x-auto rounded-md border bg-sunken py-1 font-mono text-xs"
      >
        {argv.map((argument, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: arguments are told apart by their place only
          <li key={index} className="flex gap-3 px-2.5 leading-5">
            <span aria-hidden className="w-5 shrink-0 select-none text-right text-subtle">
              {index === 0 ? "$" : index}
            </span>
            <span className={index === 0 ? "font-medium whitespace-pre" : "whitespace-pre"}>
              {shown(argument)}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-xs text-muted">
        Run in <code className="break-all">{cwd}</code>, without a shell.{" "}
        {envNames.length === 0 ? (
          "It gets the few usual variables of the environment, such as PATH and HOME, and no other."
        ) : (
          <>
            Besides the few usual variables of the environment, such as PATH and HOME, it gets{" "}
            <code>{envNames.join(", ")}</code>, whose values stand in mcp.json.
          </>
        )}
      </p>
    </div>
  );
}

/** Plain words as they are; anything that could be mistaken in quotes, with what is invisible spelled out. */
function shown(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument)
    ? argument
    : JSON.stringify(argument).replace(/[^\x20-\x7e]/g, (character) => {
        return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
          ? character
          : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
      });
}
