import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { firstScript } from "@/lib/client/first-script";
import "./globals.css";

export const metadata: Metadata = {
  description:
    "A playground for tool use with the Claude Messages API: every turn, tool call, batch and header set.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: dark)", color: "#0b0c0e" },
    { media: "(prefers-color-scheme: light)", color: "#f6f6f7" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Of this one answer, from proxy.ts: what has it may run.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The script below sets the theme before the first paint: the attribute differs from what the server wrote.
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {firstScript}
        </script>
      </head>
      <body>{children}</body>
    </html>
  );
}
