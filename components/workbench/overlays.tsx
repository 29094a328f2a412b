"use client";
import dynamic from "next/dynamic";
import { useGalleryOpen } from "@/lib/client/gallery-open";
import { useImportDialog } from "@/lib/client/import-dialog";

/** The windows of the workbench, each loaded when it is first asked for. */
const ImportDialog = dynamic(() => import("./import-dialog").then((module) => module.ImportDialog), {
  ssr: false,
});
const SetGallery = dynamic(() => import("./set-gallery").then((module) => module.SetGallery), { ssr: false });

export function Overlays() {
  const importing = useImportDialog((state) => state.open);
  const browsing = useGalleryOpen((state) => state.open);
  return (
    <>
      {importing && <ImportDialog />}
      {browsing && <SetGallery />}
    </>
  );
}
