import { type Ref, type RefObject, useImperativeHandle } from "react";

/** Stands where Radix wants its trigger, and hands it an element that is on the page already. It draws nothing. */
export function StandIn({
  element,
  ref,
}: {
  element: RefObject<HTMLElement | null>;
  ref?: Ref<HTMLElement>;
}) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(
    ref as Ref<HTMLElement | null>,
    () => element.current,
    [element],
  );
  return null;
}
