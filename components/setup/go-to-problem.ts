// Where does a person go when a run did not start?
import { notify } from "@/components/ui/toast-queue";
import { setupStore } from "@/lib/client/setup-store";
import { openSection, showSetup } from "@/lib/client/view-store";
import { focusSetupField, sectionOf } from "./setup-focus";

/** Goes to the field the last attempt stumbled over; tells what has no field. */
export function goToProblem(): void {
  const { problem } = setupStore.getState();
  if (problem === null) return;
  if (problem.field === undefined) {
    notify({ title: "The run did not start", detail: problem.message, tone: "error" });
    return;
  }
  showSetup(true);
  const section = sectionOf(problem.field);
  if (section !== null) openSection(section, true);
  focusSetupField(problem.field);
}
