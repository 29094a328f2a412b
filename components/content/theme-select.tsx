"use client";
import { Select } from "@/components/ui/select";
import { themes, useTheme } from "@/lib/client/use-theme";

const names = { system: "System", light: "Light", dark: "Dark" };

/** The look of the page: as the system has it, light or dark. */
export function ThemeSelect() {
  const [theme, chooseTheme] = useTheme();
  return (
    <Select
      label="Theme"
      labelHidden
      className="w-24 shrink-0"
      value={theme}
      onValueChange={(value) => chooseTheme(themes.find((each) => each === value) ?? "system")}
      options={themes.map((value) => ({ value, label: names[value] }))}
    />
  );
}
