// How is it said which tools of the set are sent?
import { changeCurrent } from "./tool-set";
import { changeTools } from "./tool-store";

/** Switching a tool on or off leaves a set that a scenario brought what it is: the next one takes its place. */
export function switchTool(id: string, enabled: boolean): void {
  changeTools((state) =>
    changeCurrent(state, (set) => ({
      ...set,
      tools: set.tools.map((tool) => (tool.id === id ? { ...tool, enabled } : tool)),
    })),
  );
}

export function switchAllTools(enabled: boolean): void {
  changeTools((state) =>
    changeCurrent(state, (set) => ({ ...set, tools: set.tools.map((tool) => ({ ...tool, enabled })) })),
  );
}
