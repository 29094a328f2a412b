import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type KeyValue = { readonly key: string; readonly value: ReactNode };

/** Names and values in two columns. */
export function KeyValueList({
  items,
  mono = false,
  className,
}: {
  items: readonly KeyValue[];
  mono?: boolean;
  className?: string;
}) {
  return (
    <dl
      className={classNames(
        "grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm",
        mono && "font-mono text-xs",
        className,
      )}
    >
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat (headers do) and rows never move
        <div key={index} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-subtle">{item.key}</dt>
          <dd className="min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
