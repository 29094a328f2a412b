// The MCP servers as a person sees them: the list, one server, its tools.
import { expect, type Locator, type Page } from "@playwright/test";

export class McpPanel {
  readonly dialog: Locator;
  readonly tools: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole("dialog", { name: "MCP servers" });
    this.tools = this.dialog.getByRole("region", { name: "Tools of the server" });
  }

  async open(): Promise<void> {
    await this.page.getByRole("button", { name: "MCP servers", exact: true }).first().click();
    await expect(this.dialog.getByRole("navigation", { name: "Servers" })).toBeVisible();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Close" }).click();
    await expect(this.dialog).toBeHidden();
  }

  async choose(name: string): Promise<Locator> {
    await this.dialog
      .getByRole("navigation", { name: "Servers" })
      .getByRole("button", { name: new RegExp(`^${name} `) })
      .click();
    return this.server(name);
  }

  server(name: string): Locator {
    return this.dialog.getByRole("region", { name: `Server ${name}`, exact: true });
  }

  async addServer(name: string, url: string): Promise<void> {
    await this.dialog.getByRole("button", { name: "Add a server" }).click();
    const form = this.dialog.getByRole("form", { name: "Add a server over HTTP" });
    await form.getByRole("textbox", { name: "Name", exact: true }).fill(name);
    await form.getByRole("textbox", { name: "Address" }).fill(url);
    await form.getByRole("button", { name: "Add and connect" }).click();
  }

  async addTools(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.tools.getByRole("checkbox", { name, exact: true }).click();
    await this.tools.getByRole("button", { name: /^Add \d+ tools? to / }).click();
  }
}
