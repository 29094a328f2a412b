import { CollapsibleSection } from "@/components/ui/collapsible-section";
import type { RunConfig } from "@/lib/protocol/run-config";
import { ResultContent } from "../content/result-content";

/** What the run was started with: the prompt or the messages, and the system prompt where there is one. */
export function PromptCard({ config }: { config: RunConfig }) {
  const messages = config.messages ?? [{ role: "user" as const, content: config.prompt ?? "" }];
  return (
    <section aria-label="Prompt" className="rounded-md border bg-panel">
      {config.system !== undefined && config.system !== "" && (
        <CollapsibleSection title="System" defaultOpen={false} className="border-b">
          <div className="px-3 pb-2.5">
            <ResultContent content={config.system} label="system prompt" />
          </div>
        </CollapsibleSection>
      )}
      {messages.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages have no identity of their own and never move
        <div key={index} className="border-b px-3 py-2.5 last:border-b-0">
          <p className="mb-0.5 text-xs font-medium text-subtle capitalize">{message.role}</p>
          {typeof message.content === "string" ? (
            <p className="whitespace-pre-wrap break-words">{message.content}</p>
          ) : (
            <ResultContent content={message.content} label={`${message.role} message`} />
          )}
        </div>
      ))}
    </section>
  );
}
