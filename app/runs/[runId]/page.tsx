import { Playground } from "@/components/playground/playground";

/** Which run it is stands in the address, where the playground reads it. */
export default function RunPage() {
  return <Playground />;
}
