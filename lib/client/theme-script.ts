// Which theme does the page have before its first paint?

export const themeKey = "toolscope:theme";

/**
 * Runs inline in the head. `data-theme` is what is drawn (`dark` or `light`); a stored choice wins, else the system
 * decides, also when it changes later.
 */
export const themeScript = `(()=>{const q=matchMedia("(prefers-color-scheme: dark)");const set=()=>{let c="system";
try{c=localStorage.getItem("${themeKey}")||c}catch{}const d=c==="dark"||(c!=="light"&&q.matches);
document.documentElement.dataset.theme=d?"dark":"light"};set();q.addEventListener("change",set);
addEventListener("storage",set);addEventListener("${themeKey}",set)})()`;
