// How is something that the API answers saved as a file?
import { apiFetch } from "./api-fetch";

/**
 * A plain link could not show that the page is signed in.
 *
 * @returns false where the server did not give it
 */
export async function saveFromApi(path: string, fileName: string): Promise<boolean> {
  try {
    const response = await apiFetch(path);
    if (!response.ok) return false;
    const url = URL.createObjectURL(await response.blob());
    const link = Object.assign(document.createElement("a"), { href: url, download: fileName });
    link.click();
    URL.revokeObjectURL(url);
    return true;
  } catch {
    return false;
  }
}
