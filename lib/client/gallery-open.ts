// Is the gallery of tool sets open?
import { create } from "zustand";

export const useGalleryOpen = create<{ readonly open: boolean }>(() => ({ open: false }));

export function showGallery(open: boolean): void {
  useGalleryOpen.setState({ open });
}
