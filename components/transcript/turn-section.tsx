"use client";
import { classNames } from "@/components/ui/class-names";
import { select } from "@/lib/client/selection";
import { useSelection } from "@/lib/client/use-selection";
import { countOf } from "@/lib/run/quantity-text";
import type { Turn } from "@/lib/run/run";
import { turnCard } from "@/lib/run/transcript-view";
import { LiveDuration } from "../content/live-duration";
import { CallGroup } from "./call-group";
import { RequestRow } from "./request-row";
import { ServerBlock } from "./server-block";
import { TextBlock } from "./text-block";
import { ThinkingBlock } from "./thinking-block";

/** One turn: its requests, the reply as it arrives, its calls. */
export function TurnSection({ turn }: { turn: Turn }) {
  const card = turnCard(turn);
  const selection = useSelection();
  const selected = selection?.kind === "turn" && selection.id === turn.turnId;
  const groups = card.blocks.filter((block) => block.kind === "calls");
  return (
    <section
      aria-label={`Turn ${card.number}`}
      className={classNames("overflow-clip rounded-md border bg-panel", selected && "border-accent")}
    >
      <header className="flex h-8 items-center gap-3 border-b bg-sunken pr-3 pl-1">
        <button
          type="button"
          aria-current={selected}
          onClick={() => select({ kind: "turn", id: turn.turnId })}
          className="rounded-sm px-2 py-0.5 text-sm font-medium hover:bg-hover"
        >
          Turn {card.number}
        </button>
        <span className="ml-auto flex gap-3 text-xs text-subtle">
          {card.stopReason !== null && (
            <>
              <span>
                stop reason <code className="text-muted">{card.stopReason}</code>
              </span>
              <span>{countOf(card.outputTokens, "token")} out</span>
            </>
          )}
          <LiveDuration from={turn.startAt} to={turn.endAt} />
        </span>
      </header>
      {card.requests.map((line) => (
        <RequestRow key={line.requestId} line={line} />
      ))}
      {card.retryWait !== null && (
        <p className="border-t px-3 py-1 text-xs text-kind-waiting-text">
          waiting to try again <LiveDuration from={card.retryWait.since} to={null} />
          {card.retryWait.asked !== null && (
            <>
              {" "}
              (<code>retry-after: {card.retryWait.asked}</code>)
            </>
          )}
        </p>
      )}
      {card.blocks.length > 0 && (
        <div className="flex flex-col gap-2.5 px-3 py-2.5">
          {card.blocks.map((block) => {
            switch (block.kind) {
              case "text":
                return <TextBlock key={block.key} text={block.text} streaming={block.streaming} />;
              case "thinking":
                return <ThinkingBlock key={block.key} block={block} />;
              case "calls":
                return (
                  <CallGroup
                    key={block.key}
                    calls={block.calls}
                    batch={block === groups[0] ? turn.batch : null}
                  />
                );
              default:
                return <ServerBlock key={block.key} block={block} />;
            }
          })}
        </div>
      )}
    </section>
  );
}
