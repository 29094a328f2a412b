// The setup as a person sees it: sections that open, and what is set in them.
import { expect, type Locator, type Page } from "@playwright/test";

export class SetupForm {
  constructor(readonly page: Page) {}

  /** Opens a section where it is closed. @returns the part of the page the setup is in */
  async section(title: string): Promise<Locator> {
    const setup = this.page.getByRole("region", { name: "Setup" });
    const heading = setup.getByRole("button", { name: new RegExp(`^${title}`) }).first();
    if ((await heading.getAttribute("aria-expanded")) !== "true") await heading.click();
    await expect(heading).toHaveAttribute("aria-expanded", "true");
    return setup;
  }

  async switchMishap(name: string): Promise<void> {
    await (await this.section("Mishaps")).getByRole("checkbox", { name }).click();
  }

  async chooseEngine(name: string): Promise<Locator> {
    const setup = await this.section("Engine");
    await setup.getByRole("radiogroup", { name: "Engine" }).getByRole("radio", { name }).click();
    return setup;
  }

  async addHeader(list: "Default headers" | "Per-request headers", name: string, value: string) {
    const rows = (await this.section("Headers")).getByRole("group", { name: list });
    await rows.getByRole("button", { name: `Add to ${list.toLowerCase()}` }).click();
    const row = rows.getByRole("textbox", { name: "Header name" }).last();
    await expect(row).toBeFocused();
    await row.fill(name);
    await rows
      .getByRole("textbox", { name: /^Value of/ })
      .last()
      .fill(value);
  }
}
