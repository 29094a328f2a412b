// How does a test play the server's end of an event stream?
import { nextTask } from "../next-task";

/** Stands in for the server behind `fetch`: each call for an event stream is one of these. */
export class FakeEventStream {
  static opened: FakeEventStream[] = [];

  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  private answer: (response: Response) => void = () => undefined;
  private fail: (error: Error) => void = () => undefined;
  /** True once the page has left. */
  left = false;

  private constructor(readonly url: string) {
    FakeEventStream.opened.push(this);
  }

  /** The `fetch` to stub. */
  static readonly fetch = (url: string, init?: RequestInit): Promise<Response> => {
    const stream = new FakeEventStream(url);
    init?.signal?.addEventListener("abort", () => {
      stream.left = true;
      stream.lose();
    });
    return new Promise((resolve, reject) => {
      stream.answer = resolve;
      stream.fail = reject;
    });
  };

  static newest(): FakeEventStream {
    const stream = FakeEventStream.opened.at(-1);
    if (stream === undefined) throw new Error("no event stream was opened");
    return stream;
  }

  /** The server answers with a stream; needed once, before anything is sent. */
  open(): void {
    if (this.controller !== undefined) return;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.controller = controller;
      },
    });
    this.answer(new Response(body));
  }

  refuse(status: number): void {
    this.answer(new Response("{}", { status }));
  }

  /** Writes to whoever still listens. */
  text(text: string): void {
    if (this.left) return;
    this.open();
    this.controller?.enqueue(new TextEncoder().encode(text));
  }

  send(event: unknown): void {
    this.text(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** The server's own word that nothing more will come. */
  end(): void {
    this.text("event: end\ndata: {}\n\n");
  }

  /** The connection breaks. */
  lose(): void {
    this.fail(new Error("connection lost"));
    try {
      this.controller?.error(new Error("connection lost"));
    } catch {
      // It had ended before.
    }
  }
}

/** What was sent has been read by the page once this has settled. */
export async function streamed(): Promise<void> {
  for (let pause = 0; pause < 5; pause += 1) {
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
    // Whoever reads much lets the page have its turn in between.
    await nextTask();
  }
}
