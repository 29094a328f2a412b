import { Playground } from "@/components/playground/playground";

export default async function RunPage({ params }: { params: Promise<{ runId: string }> }) {
  const { runId } = await params;
  return <Playground firstRunId={runId} />;
}
