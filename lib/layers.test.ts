// Does every import keep to the layers, and every file to the habits of the house?
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Which of our folders, and which packages, a layer may import. The first layer whose folder holds the file counts. A
 * change that wants to cross this table: look for the design fault first, then change the table and ARCHITECTURE.md.
 */
type Layer = { readonly folder: string; readonly ours: readonly string[]; readonly packages: RegExp };
const react = /^(react|react-dom)(\/|$)/;
const interfacePackages =
  /^(react|react-dom|radix-ui|lucide-react|cmdk|@tanstack\/react-virtual|class-variance-authority|clsx|tailwind-merge|geist|next|@codemirror\/[a-z-]+|@lezer\/highlight)(\/|$)/;
const serverPackages =
  /^(node:|server-only$|@anthropic-ai\/sdk|sdk-\d|ai$|@ai-sdk\/|ajv|zod$|eventsource-parser$|@resvg\/resvg-js$|undici$|ipaddr\.js$|quickjs-emscripten-core$|@jitl\/quickjs-|postgres$|@modelcontextprotocol\/sdk\/)/;

const belowComponents = ["lib/client", "lib/run", "lib/protocol", "lib/export", "lib/tool-design"];

const layers: readonly Layer[] = [
  { folder: "lib/protocol", ours: ["lib/protocol"], packages: /^zod$/ },
  {
    folder: "lib/tool-design",
    ours: ["lib/tool-design", "lib/protocol"],
    packages: /^(zod|jsonc-parser|scslre)$/,
  },
  { folder: "lib/run", ours: ["lib/run", "lib/protocol"], packages: /^diff$/ },
  { folder: "lib/export", ours: ["lib/export", "lib/run", "lib/protocol"], packages: /^$/ },
  { folder: "lib/simulator", ours: ["lib/simulator"], packages: /^(node:|zod$|ajv)/ },
  { folder: "lib/gateway", ours: ["lib/gateway"], packages: /^(node:|zod$)/ },
  {
    folder: "lib/server",
    ours: ["lib/server", "lib/protocol", "lib/run", "lib/tool-design"],
    packages: serverPackages,
  },
  {
    folder: "lib/command-line",
    ours: ["lib/command-line", "lib/server", "lib/simulator", "lib/gateway", "lib/run", "lib/protocol"],
    packages: /^node:/,
  },
  {
    folder: "lib/client",
    ours: ["lib/client", "lib/protocol", "lib/run", "lib/export", "lib/tool-design"],
    packages: /^(zustand|react|zod|eventsource-parser)(\/|$)/,
  },
  { folder: "components/ui", ours: ["components/ui"], packages: interfacePackages },
  {
    folder: "components/playground",
    ours: ["components", ...belowComponents],
    packages: interfacePackages,
  },
  {
    folder: "components",
    ours: ["components/ui", "components/content", ...belowComponents],
    packages: interfacePackages,
  },
  {
    folder: "app/api",
    ours: ["app/api", "lib/server", "lib/simulator", "lib/gateway", "lib/protocol"],
    packages: /^(zod$|next)/,
  },
  { folder: "app/simulator", ours: ["lib/server", "lib/simulator"], packages: /^next/ },
  { folder: "app/recorded", ours: ["lib/server", "lib/simulator"], packages: /^next/ },
  { folder: "app/gateway", ours: ["lib/server", "lib/gateway"], packages: /^next/ },
  {
    folder: "app",
    ours: ["app", "components", "lib/server", "lib/client", "lib/protocol"],
    packages: new RegExp(`${react.source}|^(next|geist|lucide-react)(/|$)`),
  },
  { folder: "proxy.ts", ours: ["lib/server"], packages: /^next/ },
  {
    folder: "instrumentation.ts",
    ours: ["lib/server", "lib/simulator", "lib/gateway", "lib/protocol"],
    packages: /^next/,
  },
];

const sources = [
  ...["app", "components", "lib"].flatMap(filesBelow),
  "instrumentation.ts",
  "proxy.ts",
].filter((file) => /\.tsx?$/.test(file));
const isTest = (file: string) => /\.test\.tsx?$|\/testing\/|\.contract\.ts$/.test(file);
const product = sources.filter((file) => !isTest(file));

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string, text: string): string[] {
  const found = ts.preProcessFile(text, true, true).importedFiles.map((each) => each.fileName);
  return found.map((name) => {
    if (name.startsWith("@/")) return `/${name.slice(2)}`;
    return name.startsWith(".") ? `/${join(dirname(file), name)}` : name;
  });
}

function layerOf(file: string): Layer | undefined {
  return layers.find(({ folder }) => file === folder || file.startsWith(`${folder}/`));
}

function allows(layer: Layer, file: string, name: string): boolean {
  if (!name.startsWith("/")) return layer.packages.test(name) || name.endsWith(".css");
  const pane = file.split("/").slice(0, 2).join("/");
  const ours = layer.folder === "components" ? [...layer.ours, pane] : layer.ours;
  return ours.some((folder) => `${name.slice(1)}/`.startsWith(`${folder}/`));
}

/**
 * A test may import what it needs to set its stage, but a pane's test no other pane.
 *
 * @returns one sentence for each import that the file's layer does not allow
 */
function crossings(file: string, text: string): string[] {
  if (file === "lib/layers.test.ts") return [];
  const layer = layerOf(file);
  if (layer === undefined)
    return [`${file} is in no layer: add its folder to the table in lib/layers.test.ts`];
  return importsOf(file, text)
    .filter((name) => !isTest(file) || (layer.folder === "components" && name.startsWith("/components/")))
    .filter((name) => !allows(layer, file, name))
    .map(
      (name) =>
        `${file} imports ${name.replace(/^\//, "@/")}. The layer ${layer.folder} may import ${layer.ours.join(", ")} ` +
        `and packages like ${layer.packages}. Move the code, or change the table in lib/layers.test.ts and ` +
        "ARCHITECTURE.md together.",
    );
}

test("every import keeps to the layers", () => {
  expect(sources.flatMap((file) => crossings(file, readFileSync(join(root, file), "utf8")))).toEqual([]);
});

test.each([
  ["lib/run/x.ts", "@/lib/server/machine"],
  ["lib/run/x.ts", "node:fs"],
  ["lib/simulator/x.ts", "@/lib/protocol/run-event"],
  ["lib/gateway/x.ts", "@/lib/simulator/simulator"],
  ["components/timeline/x.tsx", "../transcript/transcript"],
  ["components/ui/x.tsx", "@/lib/run/run"],
  ["lib/server/x.ts", "@/lib/simulator/simulator"],
  ["lib/command-line/x.ts", "@/lib/client/run-store"],
  ["components/timeline/x.test.ts", "../transcript/transcript"],
  ["app/api/x/route.ts", "@/lib/run/run"],
  ["instrumentation.ts", "@/components/ui/button"],
  ["lib/nowhere/x.ts", "zod"],
])("a crossing is seen: %s imports %s", (file, name) => {
  expect(crossings(file, `import { x } from "${name}";`)).toHaveLength(1);
});

test("a type, a lazy import and a side effect are imports too", () => {
  const text =
    'import type { Run } from "@/lib/server/a"; await import("@/lib/server/b"); import "@/lib/server/c";';
  expect(crossings("lib/run/x.ts", text)).toHaveLength(3);
});

test("names are in kebab case, and only Next.js gets default exports", () => {
  const problems = sources.flatMap((file) => [
    ...(file.startsWith("app/") || /\/[a-z0-9]+(-[a-z0-9]+)*(\.test|\.contract)?\.tsx?$/.test(`/${file}`)
      ? []
      : [`${file}: the file's name is not in kebab case`]),
    ...(!file.startsWith("app/") && /^export default /m.test(readFileSync(join(root, file), "utf8"))
      ? [`${file} has a default export: export by name`]
      : []),
  ]);
  expect(problems).toEqual([]);
});

test("files are short, and each lib file says first which question it answers", () => {
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  const problems = sources.flatMap((file) => {
    const text = read(file);
    const lines = text.split("\n").length;
    return [
      ...(lines > 300 ? [`${file} has ${lines} lines: split it by concept`] : []),
      ...(/^app\/.*route\.ts$/.test(file) && lines > 41
        ? [`${file} has ${lines} lines: a handler parses, calls, answers`]
        : []),
      ...(file.startsWith("lib/") && !isTest(file) && !/^\/\/ .*\?/.test(text)
        ? [`${file} does not begin with its question`]
        : []),
      ...(/^export (\*|\{[^}]*\}) from/m.test(text)
        ? [`${file} re-exports: import from where the thing is`]
        : []),
      ...(/\/(utils|helpers|common|types|index)\.tsx?$/.test(file)
        ? [`${file} is a drawer: name it for what it holds`]
        : []),
    ];
  });
  expect(problems).toEqual([]);
});

test("the model is pure: no clock, no chance, nothing of the machine", () => {
  const impure = product
    .filter((file) => /^lib\/(protocol|run|export|tool-design)\//.test(file))
    .filter((file) =>
      /\b(Date\.now|new Date\(\)|performance\.now|Math\.random|process\.|fetch\()/.test(
        readFileSync(join(root, file), "utf8"),
      ),
    );
  expect(impure).toEqual([]);
});
