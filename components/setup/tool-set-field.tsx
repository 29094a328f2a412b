"use client";
import { Select } from "@/components/ui/select";
import { changeTools, useTools } from "@/lib/client/tool-store";
import { countOf } from "@/lib/run/quantity-text";

/** Which tool set is sent; in sight only where there is a choice. */
export function ToolSetField() {
  const sets = useTools((state) => state.sets);
  const currentId = useTools((state) => state.currentId);
  if (sets.length < 2) return null;
  return (
    <Select
      label="Tool set"
      value={currentId}
      onValueChange={(id) => changeTools((state) => ({ ...state, currentId: id }))}
      options={sets.map(({ id, name, tools }) => ({
        value: id,
        label: name,
        detail: countOf(tools.filter(({ enabled }) => enabled).length, "tool"),
      }))}
    />
  );
}
