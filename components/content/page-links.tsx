"use client";
import { History, TestTubes, Wrench } from "lucide-react";
import { Button } from "@/components/ui/button";
import { historyPath, labPath, toolsPath } from "@/lib/client/page-paths";

const pages = [
  { path: historyPath, name: "History", Icon: History },
  { path: toolsPath, name: "Tools", title: "Tool workbench", Icon: Wrench },
  { path: labPath, name: "Header lab", Icon: TestTubes },
];

/** The ways to the other pages; words where there is room for them. */
export function PageLinks({ except }: { except: string }) {
  return (
    <nav aria-label="Pages" className="flex items-center">
      {pages
        .filter(({ path }) => path !== except)
        .map(({ path, name, title, Icon }) => (
          <Button key={path} variant="ghost" asChild>
            <a href={path} title={title ?? name}>
              <Icon aria-hidden />
              <span className="max-xl:sr-only">{name}</span>
            </a>
          </Button>
        ))}
    </nav>
  );
}
