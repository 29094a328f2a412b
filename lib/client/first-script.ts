// What does the page do before its first paint and before any other script?

export const themeKey = "toolscope:theme";

/**
 * Runs inline in the head.
 *
 * The theme: `data-theme` is what is drawn (`dark` or `light`); a stored choice wins, else the system decides, also when it
 * changes later.
 *
 * The content policy: the script's own nonce is kept for `<style>` elements that libraries make, under the name they look
 * for, and zod is told not to try whether it may evaluate strings, which browsers report as a violation.
 */
export const firstScript = `(()=>{window.__webpack_nonce__=document.currentScript.nonce;
window.__zod_globalConfig={jitless:true};
const q=matchMedia("(prefers-color-scheme: dark)");const set=()=>{let c="system";
try{c=localStorage.getItem("${themeKey}")||c}catch{}const d=c==="dark"||(c!=="light"&&q.matches);
document.documentElement.dataset.theme=d?"dark":"light"};set();q.addEventListener("change",set);
addEventListener("storage",set);addEventListener("${themeKey}",set)})()`;
