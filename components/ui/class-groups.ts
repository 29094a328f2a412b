// Which classes say the same thing, so that the later of two counts? Those in use here: all of Tailwind's are far more code.

type Values = readonly (string | ((value: string) => boolean))[];
type Group = readonly (string | Readonly<Record<string, Values>>)[];

const any = () => true;
const isNumber = (value: string) => /^\d/.test(value);
const sides = ["x", "y", "t", "r", "b", "l"];
const words = (text: string) => text.split(" ");

/** Groups named by their prefix, which take any value. */
const prefixes = [
  ...["p", "m"].flatMap((name) => [name, ...sides.map((side) => name + side)]),
  ...words("w h size min-w min-h max-w max-h inset inset-x inset-y top right bottom left z"),
  ...words("gap gap-x gap-y grid-cols items justify self leading bg opacity cursor touch align whitespace"),
  ...words("translate translate-x translate-y line-clamp overflow overflow-x overflow-y"),
  ...words("border-spacing outline-offset basis"),
];

/** The same, but the prefix says something alone as well. */
const bare = words("shrink rounded rounded-t rounded-b transition resize");

const groups: Record<string, Group> = {
  display: words("block inline-block inline flex inline-flex table grid contents hidden"),
  position: words("static fixed absolute relative sticky"),
  "flex-direction": [{ flex: words("row row-reverse col col-reverse") }],
  "flex-wrap": [{ flex: words("wrap nowrap") }],
  flex: [{ flex: [any] }],
  "font-size": [{ text: words("2xs xs sm md lg xl") }],
  "text-align": [{ text: words("left center right") }],
  "text-wrap": [{ text: words("balance nowrap") }],
  "text-color": [{ text: [any] }],
  "font-weight": [{ font: words("normal medium semibold bold") }],
  "font-family": [{ font: words("sans mono") }],
  "text-decoration": words("underline line-through no-underline"),
  "text-transform": words("uppercase lowercase capitalize normal-case"),
  break: [{ break: words("normal words all") }],
  "border-style": [{ border: words("solid dashed dotted none") }],
  "border-collapse": [{ border: words("collapse separate") }],
  "ring-width": [{ ring: ["", isNumber] }],
  "ring-inset": ["ring-inset"],
  "ring-offset-width": [{ "ring-offset": [isNumber] }],
  "ring-offset-color": [{ "ring-offset": [any] }],
  "ring-color": [{ ring: [any] }],
  "outline-style": ["outline-hidden", { outline: words("none dashed") }],
  "outline-width": [{ outline: ["", isNumber] }],
  "outline-color": [{ outline: [any] }],
};
for (const name of prefixes) groups[name] = [{ [name]: [any] }];
for (const name of bare) groups[name] = [{ [name]: ["", any] }];
for (const side of ["", ...sides.map((each) => `-${each}`)]) {
  groups[`border-width${side}`] = [{ [`border${side}`]: ["", isNumber] }];
  groups[`border-color${side}`] = [{ [`border${side}`]: [any] }];
}

const overAxes = (name: string) => [
  [name, sides.map((side) => name + side)],
  [`${name}x`, [`${name}r`, `${name}l`]],
  [`${name}y`, [`${name}t`, `${name}b`]],
];

/** What a later class of a group takes back of others. */
const conflicts: Record<string, string[]> = Object.fromEntries([
  ...["p", "m", "border-width-", "border-color-"].flatMap(overAxes),
  ["border-width", sides.map((side) => `border-width-${side}`)],
  ["border-color", sides.map((side) => `border-color-${side}`)],
  ["overflow", ["overflow-x", "overflow-y"]],
  ["inset", words("inset-x inset-y top right bottom left")],
  ["inset-x", ["right", "left"]],
  ["inset-y", ["top", "bottom"]],
  ["translate", ["translate-x", "translate-y"]],
  ["rounded", ["rounded-t", "rounded-b"]],
  ["gap", ["gap-x", "gap-y"]],
  ["flex", ["basis", "shrink"]],
  ["size", ["w", "h"]],
  ["font-size", ["leading"]],
  ["line-clamp", ["display", "overflow"]],
]);

/** What `tailwind-merge` wants to know. */
export function classGroups() {
  return {
    cacheSize: 500,
    theme: {},
    classGroups: groups,
    conflictingClassGroups: conflicts,
    conflictingClassGroupModifiers: { "font-size": ["leading"] },
    orderSensitiveModifiers: [],
  };
}
