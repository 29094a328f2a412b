// How does a test play the server's end of an event stream, in place of the browser's EventSource?

/** A class because the browser's `EventSource` is one: what is tested calls `new`. */
export class FakeEventSource {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static opened: FakeEventSource[] = [];

  readyState: number = FakeEventSource.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onerror: (() => unknown) | null = null;
  private readonly named = new Map<string, () => void>();

  constructor(readonly url: string) {
    FakeEventSource.opened.push(this);
  }

  static newest(): FakeEventSource {
    const source = FakeEventSource.opened.at(-1);
    if (source === undefined) throw new Error("no event source was opened");
    return source;
  }

  addEventListener(name: string, listener: () => void): void {
    this.named.set(name, listener);
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }

  open(): void {
    this.readyState = FakeEventSource.OPEN;
    this.onopen?.();
  }

  send(event: unknown): void {
    this.onmessage?.({ data: JSON.stringify(event) });
  }

  /** The server's own word that nothing more will come. */
  end(): void {
    this.named.get("end")?.();
  }

  /** The connection breaks: the browser tries again by itself, or has given up. */
  lose(as: "connecting" | "closed"): void {
    this.readyState = as === "closed" ? FakeEventSource.CLOSED : FakeEventSource.CONNECTING;
    this.onerror?.();
  }
}
