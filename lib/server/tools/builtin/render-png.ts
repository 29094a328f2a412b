// How does a drawing become a picture?
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type ResvgRenderOptions, renderAsync } from "@resvg/resvg-js";

/** Characters Geist has: Latin with its accents, punctuation, arrows, currency and mathematical signs. */
const inGeist = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/**
 * Renders off the main thread.
 *
 * @param svg a document that uses the font family Geist
 * @param zoom pixels of the picture per pixel of the document
 */
export async function renderPng(svg: string, zoom: number): Promise<Buffer> {
  const fonts = fontFolder();
  const options: ResvgRenderOptions = {
    fitTo: { mode: "zoom", value: zoom },
    font: {
      fontFiles: [join(fonts, "Geist-Regular.ttf"), join(fonts, "Geist-SemiBold.ttf")],
      defaultFontFamily: "Geist",
      // The machine's own fonts cost time and differ between machines: only for scripts Geist does not have.
      loadSystemFonts: !inGeist.test(svg),
    },
  };
  return (await renderAsync(svg, options)).asPng();
}

/**
 * Found from the directory the server was started in, at run time: the bundler would turn a path from this file into one
 * of its own. The package does not export its font files, so they are found beside what it does export.
 */
function fontFolder(): string {
  const project = createRequire(join(process.cwd(), "package.json"));
  return join(dirname(project.resolve("geist/font")), "fonts", "geist-sans");
}
