"use client";
import { CodeBlock } from "@/components/ui/code-block";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { select } from "@/lib/client/selection";
import { useUrlParam } from "@/lib/client/use-url-param";
import { curlOf } from "@/lib/export/curl";
import { bytesText, countOf } from "@/lib/run/quantity-text";
import { requestLine } from "@/lib/run/request-line";
import type { ProviderRequest } from "@/lib/run/run";
import { StatusText } from "../content/status-text";
import { BodyView } from "./body-view";
import { HopTable } from "./hop-table";
import { ScrollArea } from "./scroll-area";
import { WhatChanged } from "./what-changed";

/** A request: its headers at every point, its body, what is new in it, and the command that sends it again. */
export function RequestInspector({ request }: { request: ProviderRequest }) {
  const [tab, setTab] = useUrlParam("request-tab", "headers");
  const line = requestLine(request);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b px-3 py-1.5 text-xs text-subtle">
        <code className="min-w-0 break-all text-ink">
          <span className="text-kind-request-text">{line.method}</span> {request.url}
        </code>
        <span>{bytesText(line.bytes)}</span>
        {line.attempt > 1 && <span className="text-kind-waiting-text">attempt {line.attempt}</span>}
        <button
          type="button"
          disabled={line.status === null}
          onClick={() => select({ kind: "response", id: request.requestId })}
          className="ml-auto rounded-sm px-1 enabled:hover:bg-hover"
        >
          <span className="mr-1.5">Response</span>
          <StatusText status={line.status} state={line.state} />
        </button>
      </div>
      {line.problem !== null && (
        <p className="break-words border-b bg-kind-error-soft px-3 py-1.5 text-xs text-kind-error-text">
          {line.problem}
          {request.error?.fix !== undefined && ` ${request.error.fix}`}
        </p>
      )}
      <Tabs value={tab} onValueChange={setTab} className="min-h-0 flex-1">
        <TabList aria-label="Request">
          <Tab value="headers">Headers</Tab>
          <Tab value="body">Body</Tab>
          <Tab value="changed">What changed</Tab>
          <Tab value="curl">cURL</Tab>
        </TabList>
        <TabPanel value="headers">
          <HopTable request={request} />
        </TabPanel>
        <TabPanel value="body">
          <ScrollArea label="Request body">
            <BodyView
              body={request.body}
              title={`Whole body, ${bytesText(line.bytes)}`}
              label="Request body"
            />
          </ScrollArea>
        </TabPanel>
        <TabPanel value="changed">
          <ScrollArea label={`New in this request, ${countOf(line.newMessages ?? 0, "message")}`}>
            <WhatChanged request={request} />
          </ScrollArea>
        </TabPanel>
        <TabPanel value="curl">
          <ScrollArea label="cURL command">
            <div className="p-3">
              <CodeBlock text={curlOf(request)} label="cURL command" wrap maxHeight="none" />
              <p className="mt-2 text-xs text-subtle">
                Redacted values stand as shell variables: set them before you run the command.
              </p>
            </div>
          </ScrollArea>
        </TabPanel>
      </Tabs>
    </>
  );
}
