// The tool workbench as a person sees it: the list, the editor, and what stands beside it.
import { expect, type Locator, type Page } from "@playwright/test";

export class WorkbenchPage {
  readonly list: Locator;
  readonly editor: Locator;
  readonly side: Locator;
  readonly result: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole("region", { name: "Tool set", exact: true });
    this.editor = page.getByRole("region", { name: "Editor", exact: true });
    this.side = page.getByRole("region", { name: "About the tool", exact: true });
    this.result = this.side.getByRole("region", { name: "Result", exact: true });
  }

  async open(path = "/tools"): Promise<void> {
    await this.page.goto(path);
    await expect(this.list).toBeVisible();
  }

  async add(kind: RegExp): Promise<void> {
    await this.list.getByRole("button", { name: "Add", exact: true }).click();
    await this.page.getByRole("menuitem", { name: kind }).click();
  }

  /** A field of the editor that takes text, an editor of code included. */
  field(name: string): Locator {
    return this.editor.getByRole("textbox", { name, exact: true });
  }

  /** Puts text into an editor of code, in place of what is there. */
  async write(name: string, text: string): Promise<void> {
    const code = this.page.locator(`.cm-content[aria-label="${name}"]`);
    await expect(code).toBeVisible();
    await code.fill(text);
  }

  async showSchemaAs(view: "Form" | "JSON"): Promise<void> {
    await this.editor
      .getByRole("radiogroup", { name: "View of the schema" })
      .getByRole("radio", { name: view })
      .click();
  }

  async typeInputAs(view: "Form" | "JSON"): Promise<void> {
    await this.side
      .getByRole("radiogroup", { name: "View of the input" })
      .getByRole("radio", { name: view })
      .click();
  }

  async tryIt(): Promise<void> {
    await this.side.getByRole("button", { name: "Try", exact: true }).click();
  }
}
