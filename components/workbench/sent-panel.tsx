"use client";
import { CodeBlock } from "@/components/ui/code-block";
import { useResource } from "@/lib/client/api-resource";
import { toolCatalogue } from "@/lib/client/catalogues";
import { useSetup } from "@/lib/client/setup-store";
import { useCurrentSet } from "@/lib/client/tool-store";
import { type TokenCount, useTokenCount } from "@/lib/client/tool-tokens";
import { wireOfItem } from "@/lib/client/wire-of-item";
import { countText } from "@/lib/run/quantity-text";
import { inputPrice, priceText } from "@/lib/tool-design/input-price";
import type { ToolItem } from "@/lib/tool-design/tool-item";

/** The definition as it goes out, and what it costs in every request. */
export function SentPanel({ tool }: { tool: ToolItem }) {
  const builtins = useResource(toolCatalogue);
  const { tools } = useCurrentSet();
  const model = useSetup(({ draft }) => draft.model);
  const provider = useSetup(({ draft }) => draft.provider);
  const alone = useTokenCount([tool]);
  const together = useTokenCount(tools.filter(({ enabled }) => enabled));
  const wire = wireOfItem(tool, builtins.status === "ready" ? builtins.value : []);
  return (
    <div className="flex h-full flex-col gap-3 overflow-y-auto p-3">
      <section aria-label="Tokens" className="flex flex-col gap-1">
        <h3 className="text-xs font-medium text-muted">Tokens in every request</h3>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-md border p-2 text-xs">
          <dt className="text-muted">This tool alone</dt>
          <dd>
            <Count count={alone} model={model} />
          </dd>
          <dt className="text-muted">All tools of the set that are on</dt>
          <dd>
            <Count count={together} model={model} />
          </dd>
        </dl>
        <p className="text-xs text-subtle">
          Counted by{" "}
          {provider === "simulator" ? "the simulator, which estimates" : "the provider of the setup"}, for{" "}
          {model}. The difference to a request without tools: a fixed part for tool use is in it.
        </p>
      </section>
      <section aria-label="Definition as sent" className="flex min-h-0 flex-col gap-1">
        <h3 className="text-xs font-medium text-muted">Definition as sent</h3>
        {wire === null ? (
          <p className="text-xs text-subtle">A part of the tool is no JSON yet.</p>
        ) : (
          <CodeBlock label="definition" text={JSON.stringify(wire, null, 2)} maxHeight="none" wrap />
        )}
      </section>
    </div>
  );
}

function Count({ count, model }: { count: TokenCount; model: string }) {
  if (count.state === "counting") return <span className="text-subtle">counting…</span>;
  if (count.state === "refused") return <span className="text-kind-error-text">{count.message}</span>;
  const price = inputPrice(model);
  return (
    <span>
      <span className="font-medium">{countText(count.toolTokens)}</span>
      {price !== null && (
        <span className="text-subtle"> · {priceText(count.toolTokens, price)} uncached</span>
      )}
    </span>
  );
}
