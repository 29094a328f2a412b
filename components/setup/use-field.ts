// What does a field of the setup need to be found, and to show what is wrong with it?
import { useSetup } from "@/lib/client/setup-store";

/**
 * @param name the field's name, as in a run request (`limits.maxTurns`); rows go by their id
 * @returns props for a control of `components/ui`
 */
export function useField(name: string): { name: string; error: string | undefined } {
  const error = useSetup(({ problem }) => (problem?.field === name ? problem.message : undefined));
  return { name, error };
}
