import { History } from "@/components/history/history";

/** What is searched for is in the address, where the history reads it. */
export default function RunsPage() {
  return <History />;
}
