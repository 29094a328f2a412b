"use client";
import dynamic from "next/dynamic";
import { useHasToasts } from "@/components/ui/use-has-toasts";

const Toaster = dynamic(() => import("@/components/ui/toaster").then((module) => module.Toaster), {
  ssr: false,
});

/** What the page has to say in passing, loaded with the first of it. */
export function Toasts() {
  return useHasToasts() ? <Toaster /> : null;
}
