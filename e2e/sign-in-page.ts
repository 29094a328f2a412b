// The sign-in page as a person sees it.
import type { Locator, Page } from "@playwright/test";

export class SignInPage {
  readonly heading: Locator;
  readonly token: Locator;
  readonly submit: Locator;
  readonly problem: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { name: "Sign in to Toolscope" });
    this.token = page
      .getByRole("textbox", { name: "Access token" })
      .or(page.getByLabel("Access token", { exact: true }));
    this.submit = page.getByRole("button", { name: "Sign in" });
    this.problem = page.getByRole("main").getByRole("alert");
  }

  async signIn(token: string): Promise<void> {
    await this.token.fill(token);
    await this.submit.click();
  }
}
