const drawn = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** A picture that came inside the message. Nothing is ever fetched: only its own bytes are drawn. */
export function ImageContent({ mediaType, data, label }: { mediaType: string; data: string; label: string }) {
  if (!drawn.has(mediaType)) {
    return <p className="text-xs text-subtle">An image of the kind {mediaType}, which is not drawn here.</p>;
  }
  return (
    // biome-ignore lint/performance/noImgElement: the picture is in the message; there is nothing to optimise or fetch
    <img
      src={`data:${mediaType};base64,${data}`}
      alt={label}
      className="max-h-72 max-w-full self-start rounded-md border bg-[#fff] object-contain"
    />
  );
}
