import { Workbench } from "@/components/workbench/workbench";

/** Which tool is edited is in the address; the tools themselves are kept in the browser. */
export default function ToolsPage() {
  return <Workbench />;
}
