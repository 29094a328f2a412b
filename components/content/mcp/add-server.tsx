"use client";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Spinner } from "@/components/ui/spinner";
import { TextField } from "@/components/ui/text-field";
import type { ApiProblem } from "@/lib/client/api-call";
import { addMcpServer } from "@/lib/client/mcp-servers";
import { randomId } from "@/lib/client/random-id";
import type { HeaderRow } from "@/lib/client/setup-draft";
import type { McpServers } from "@/lib/protocol/mcp-server";
import { HeaderRowEditor } from "../header-row-editor";

/** A server at an address is added here; a program on this machine only in mcp.json. */
export function AddServer({ list, onAdded }: { list: McpServers; onAdded: (name: string) => void }) {
  return (
    <div className="flex flex-col gap-6 p-4">
      <AddForm onAdded={onAdded} />
      <FileHint list={list} />
    </div>
  );
}

function AddForm({ onAdded }: { onAdded: (name: string) => void }) {
  const [name, setName] = useState("");
  const [url, setUrl] = useState("");
  const [rows, setRows] = useState<readonly HeaderRow[]>([]);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [adding, setAdding] = useState(false);
  const errorAt = (field: string) =>
    problem?.field === field ? problem.message.replace(`${field}: `, "") : undefined;
  const isElsewhere = problem !== null && !/^(name|url|headers\.)/.test(problem.field ?? "");

  const add = async (event: FormEvent) => {
    event.preventDefault();
    setAdding(true);
    const headers = rows
      .filter((row) => row.name.trim() !== "" || row.value !== "")
      .map(({ name: header, value, secret }) => ({ name: header, value, ...(secret && { secret }) }));
    const failed = await addMcpServer({ name: name.trim(), url: url.trim(), headers });
    setAdding(false);
    setProblem(failed);
    if (failed === null) onAdded(name.trim());
  };

  return (
    <form
      aria-label="Add a server over HTTP"
      onSubmit={(event) => void add(event)}
      className="flex flex-col gap-3"
    >
      <h3 className="font-medium">A server at an address</h3>
      <div className="grid grid-cols-[12rem_minmax(0,1fr)] gap-3 max-sm:grid-cols-1">
        <TextField
          label="Name"
          placeholder="weather"
          value={name}
          onValueChange={setName}
          error={errorAt("name")}
        />
        <TextField
          label="Address"
          placeholder="https://example.com/mcp"
          mono
          inputMode="url"
          value={url}
          onValueChange={setUrl}
          error={errorAt("url")}
        />
      </div>
      {rows.map((row, index) => (
        <HeaderRowEditor
          key={row.id}
          row={row}
          note={null}
          errors={{ name: errorAt(`headers.${index}.name`), value: errorAt(`headers.${index}.value`) }}
          onChange={(part) => setRows(rows.map((each) => (each.id === row.id ? { ...each, ...part } : each)))}
          onRemove={() => setRows(rows.filter((each) => each.id !== row.id))}
        />
      ))}
      {isElsewhere && (
        <p role="alert" className="text-xs text-kind-error-text">
          {problem.message}
        </p>
      )}
      <div className="flex items-center gap-2">
        <Button
          size="sm"
          onClick={() =>
            setRows([...rows, { id: randomId(), name: "", value: "", secret: rows.length === 0 }])
          }
        >
          <Plus aria-hidden />
          Add a header
        </Button>
        <Button type="submit" variant="primary" size="sm" disabled={adding}>
          Add and connect
        </Button>
        {adding && <Spinner label="Connecting" className="size-4" />}
      </div>
    </form>
  );
}

const example = `{
  "mcpServers": {
    "files": {
      "command": "npx",
      "args": ["-y", "@modelcontextprotocol/server-filesystem", "/some/folder"]
    }
  }
}`;

function FileHint({ list: { file, stdio } }: { list: McpServers }) {
  return (
    <section aria-label="Programs on this machine" className="flex flex-col gap-2">
      <h3 className="font-medium">A program on this machine</h3>
      <p className="text-muted">
        Only a file on the server's own disk can declare one, and each asks for your consent to its exact
        command line before it is run. {file.exists ? "It is read from" : "Write one to"}
      </p>
      <p className="flex min-w-0 items-center gap-1">
        <code className="min-w-0 truncate rounded-sm bg-sunken px-1.5 py-0.5" title={file.path}>
          {file.path}
        </code>
        <CopyButton text={file.path} label="Copy path" />
      </p>
      {file.problem !== null && (
        <p role="alert" className="text-xs text-kind-error-text">
          {file.problem}
        </p>
      )}
      {stdio.reason !== null && <p className="text-xs text-kind-waiting-text">{stdio.reason}</p>}
      {!file.exists && <CodeBlock text={example} label="example of mcp.json" />}
    </section>
  );
}
