"use client";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { select } from "@/lib/client/selection";
import { useUrlParam } from "@/lib/client/use-url-param";
import { headerExplanation } from "@/lib/run/header-explanations";
import { messageOf } from "@/lib/run/message-draft";
import { durationText } from "@/lib/run/quantity-text";
import { requestLine } from "@/lib/run/request-line";
import type { ProviderRequest, ProviderResponse } from "@/lib/run/run";
import { StatusText } from "../content/status-text";
import { BodyView } from "./body-view";
import { headerText } from "./header-text";
import { Part } from "./part";
import { RawStream } from "./raw-stream";
import { ScrollArea } from "./scroll-area";

/** A response: its status, its headers, its message or body, the stream as it came, and when. */
export function ResponseInspector({ request }: { request: ProviderRequest }) {
  const [tab, setTab] = useUrlParam("response-tab", "body");
  const { response } = request;
  const line = requestLine(request);
  if (response === null) return <p className="p-3 text-sm text-muted">No response yet.</p>;
  const body = wholeBody(response);
  return (
    <>
      <div className="flex items-center gap-3 border-b px-3 py-1.5 text-xs text-subtle">
        <StatusText status={line.status} state={line.state} />
        {line.endAt !== null && <span>{durationText(line.endAt - line.startAt)}</span>}
        <button
          type="button"
          onClick={() => select({ kind: "request", id: request.requestId })}
          className="ml-auto rounded-sm px-1 hover:bg-hover"
        >
          Its request
        </button>
      </div>
      {line.problem !== null && (
        <p className="break-words border-b bg-kind-error-soft px-3 py-1.5 text-xs text-kind-error-text">
          {line.problem}
        </p>
      )}
      <Tabs value={tab} onValueChange={setTab} className="min-h-0 flex-1">
        <TabList aria-label="Response">
          <Tab value="body">Body</Tab>
          <Tab value="headers">Headers</Tab>
          <Tab value="stream">Stream</Tab>
          <Tab value="timing">Timing</Tab>
        </TabList>
        <TabPanel value="body">
          <ScrollArea label="Response body">
            <BodyView {...body} label="Response body" />
          </ScrollArea>
        </TabPanel>
        <TabPanel value="headers">
          <ScrollArea label="Response headers">
            <Part title="Headers" copy={() => headerText(response.headers)}>
              <KeyValueList
                mono
                items={response.headers.map(([name, value]) => ({
                  key: name,
                  value: <span title={headerExplanation(name) ?? undefined}>{value.shown}</span>,
                }))}
              />
            </Part>
          </ScrollArea>
        </TabPanel>
        <TabPanel value="stream">
          <RawStream requestId={request.requestId} />
        </TabPanel>
        <TabPanel value="timing">
          <ScrollArea label="Timing">
            <ResponseTiming request={request} response={response} />
          </ScrollArea>
        </TabPanel>
      </Tabs>
    </>
  );
}

function wholeBody(response: ProviderResponse): { body: unknown; title: string } {
  if (response.body !== undefined) return { body: response.body, title: "JSON body" };
  if (response.text !== null) return { body: response.text, title: "Text body" };
  if (response.message === null) return { body: null, title: "Body" };
  const title = response.message.closed ? "Message, put together from the stream" : "Message so far";
  return { body: messageOf(response.message), title };
}

function ResponseTiming({ request, response }: { request: ProviderRequest; response: ProviderResponse }) {
  const since = (at: number | null) => (at === null ? "not yet" : durationText(at - request.startAt));
  return (
    <Part title="Since the request left">
      <KeyValueList
        items={[
          { key: "Left", value: `${durationText(request.startAt)} after the run began` },
          { key: "Response headers", value: since(response.startAt) },
          { key: "First content", value: since(response.firstChunkAt) },
          { key: "End", value: since(response.endAt) },
          { key: "Stream events", value: String(response.eventCount) },
        ]}
      />
    </Part>
  );
}
