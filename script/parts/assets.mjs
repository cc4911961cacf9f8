// Writes the pages' assets into a folder. Of the libraries' style sheets only rules are kept whose classes stand in our
// sources: a class there is always written out whole (web::Classes and web::Markup take nothing else), so a search for
// its letters finds every use.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const libraries = [
  "node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css",
  "node_modules/@ministryofjustice/frontend/moj/moj-frontend.min.css",
];
const own = "src/web/assets";

function* filesBelow(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const whole = join(path, entry.name);
    if (entry.isDirectory()) yield* filesBelow(whole);
    else if (/\.(cpp|hpp|js|css)$/.test(entry.name)) yield whole;
  }
}

function classesInSources() {
  const used = new Set();
  for (const file of filesBelow("src"))
    for (const name of readFileSync(file, "utf8").matchAll(/\b(?:govuk|moj)-[a-zA-Z0-9_!-]+/g)) used.add(name[0]);
  return used;
}

// Splits a style sheet into [head, body] blocks and bare at-rules, minding strings and nested braces.
function* blocks(css) {
  let start = 0;
  let depth = 0;
  let open = 0;
  let quote = "";
  for (let i = 0; i < css.length; i++) {
    const letter = css[i];
    if (quote) {
      if (letter === "\\") i++;
      else if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "{") {
      if (depth++ === 0) open = i;
    } else if (letter === "}") {
      if (--depth === 0) {
        yield [css.slice(start, open).trim(), css.slice(open + 1, i)];
        start = i + 1;
      }
    } else if (letter === ";" && depth === 0) start = i + 1;
  }
  if (depth !== 0 || quote) throw new Error("a style sheet of the libraries can't be taken apart");
}

// Commas inside brackets, as in ":not(a, b)", part nothing.
function selectors(head) {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= head.length; i++) {
    if (i === head.length || (head[i] === "," && depth === 0)) {
      parts.push(head.slice(start, i).trim());
      start = i + 1;
    } else if ("([".includes(head[i])) depth++;
    else if (")]".includes(head[i])) depth--;
  }
  return parts;
}

function isUsed(selector, used) {
  const names = [...selector.replace(/:not\([^)]*\)/g, "").matchAll(/\.((?:\\.|[\w-])+)/g)];
  return names.every((name) => used.has(name[1].replaceAll("\\", "")));
}

// The typeface is ours, set once, and the libraries' pictures are left out. What is left of a rule when it is empty goes.
function declarations(body) {
  return body
    .split(/;(?![^(]*\))/)
    .filter((each) => each && !/^\s*(font-family|-webkit-font-smoothing|-moz-osx-font-smoothing)\s*:(?!\s*inherit)/.test(each))
    .filter((each) => !each.includes("url(/assets/"))
    .join(";");
}

function trim(css, used) {
  let kept = "";
  for (const [head, body] of blocks(css)) {
    if (/^@(media|supports|layer|container)/.test(head)) {
      const inside = trim(body, used);
      if (inside) kept += `${head}{${inside}}`;
    } else if (head.startsWith("@keyframes") || head.startsWith("@-webkit-keyframes")) {
      continue;
    } else if (head.startsWith("@font-face") || head.startsWith("@charset")) {
      continue;
    } else {
      const wanted = selectors(head).filter((each) => isUsed(each, used));
      const inside = declarations(body);
      if (wanted.length && inside) kept += `${wanted.join(",")}{${inside}}`;
    }
  }
  return kept;
}

const withoutComments = (css) => css.replace(/\/\*[\s\S]*?\*\//g, "");
const tight = (css) => withoutComments(css).replace(/\s+/g, " ").replace(/ ?([{};]) ?/g, "$1").trim();

const used = classesInSources();
const theirs = libraries.map((file) => trim(withoutComments(readFileSync(file, "utf8")), used)).join("");
const ours = tight(readFileSync(join(own, "steadfast.css"), "utf8"));
const licence =
  "/* Holds parts of GOV.UK Frontend (c) Crown Copyright (Government Digital Service) and MOJ Frontend (c) Crown Copyright (Ministry of Justice), MIT licence. */\n";

for (const forbidden of ["GDS Transport", "@font-face", "@import", "crown", "url(//", "url(http"])
  if ((theirs + ours).includes(forbidden)) throw new Error(`the style sheet would hold "${forbidden}"`);

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "steadfast.css"), licence + theirs + ours);
for (const file of ["steadfast.js", "search.js", "favicon.svg"]) writeFileSync(join(folder, file), readFileSync(join(own, file)));
