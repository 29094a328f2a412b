"use client";
import dynamic from "next/dynamic";
import { PlaygroundSkeleton } from "./playground-skeleton";

/**
 * The server draws the frame only: setup, pane sizes and theme live in the browser, and a frame that needs none of the
 * playground's code is on screen at once.
 */
const Desk = dynamic(() => import("./desk").then((module) => module.Desk), {
  ssr: false,
  loading: PlaygroundSkeleton,
});

/** The whole playground, on `/` and on `/runs/{id}` alike. */
export function Playground() {
  return <Desk />;
}
