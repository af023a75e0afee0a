// Makes tabs of consecutive blocks in several languages, and lets blocks be copied. Without it all blocks show, one below another.
const LANGUAGES = { ts: "TypeScript", python: "Python", sh: "curl" };
const STORED = "omringd-guide-language";

/** Where storage is off, the choice lasts for the page. */
function stored() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
function store(language) {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // The choice lasts for the page.
  }
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

const languageOf = (block) => /language-(\w+)/.exec(block?.querySelector("code")?.className ?? "")?.[1];

const said = element("p", { class: "said", role: "status" });

/** A button that copies what `shown` returns. */
function copyButton(shown) {
  const button = element("button", { type: "button", class: "copy" }, "Copy");
  button.addEventListener("click", async () => {
    const code = shown();
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = button.textContent = "Copied";
    } catch {
      // Not allowed, or not on HTTPS: the keyboard can copy a selection.
      getSelection().selectAllChildren(code);
      said.textContent = button.textContent = "Selected";
    }
    setTimeout(() => {
      button.textContent = "Copy";
      said.textContent = "";
    }, 2000);
  });
  return button;
}

const examples = [];

/** Shows a language in every example that has it, and keeps the example that was used where it is on the screen. */
function choose(language, used) {
  const before = used?.getBoundingClientRect().top;
  for (const { tabs, panels } of examples) {
    if (!tabs.has(language)) continue;
    for (const [name, tab] of tabs) {
      tab.setAttribute("aria-selected", String(name === language));
      tab.tabIndex = name === language ? 0 : -1;
      panels.get(name).hidden = name !== language;
    }
  }
  if (used) scrollBy(0, used.getBoundingClientRect().top - before);
}

/** The language that a key leads to, if it is one of the keys that move between tabs. */
function destination(key, languages, language) {
  const at = languages.indexOf(language);
  if (key === "Home") return languages[0];
  if (key === "End") return languages.at(-1);
  if (key === "ArrowRight") return languages[(at + 1) % languages.length];
  if (key === "ArrowLeft") return languages.at(at - 1);
  return undefined;
}

function makeTab(id, language, tabs) {
  const named = { id: `${id}-${language}-tab`, "aria-controls": `${id}-${language}` };
  const tab = element("button", { type: "button", role: "tab", ...named }, LANGUAGES[language]);
  const use = (chosen) => {
    store(chosen);
    choose(chosen, tabs.get(chosen));
  };
  tab.addEventListener("click", () => use(language));
  tab.addEventListener("keydown", (event) => {
    const to = destination(event.key, [...tabs.keys()], language);
    if (!to) return;
    event.preventDefault();
    use(to);
    tabs.get(to).focus();
  });
  return tab;
}

function makeExample(blocks) {
  const id = `example-${examples.length + 1}`;
  const tabs = new Map();
  const panels = new Map();
  const list = element("div", { class: "tabs", role: "tablist", "aria-label": "Language of the example" });
  const example = element("div", { class: "example" }, list);
  blocks[0].before(example);
  for (const block of blocks) {
    const language = languageOf(block);
    const tab = makeTab(id, language, tabs);
    const named = { id: `${id}-${language}`, "aria-labelledby": tab.id };
    const panel = element("div", { class: "panel tabbed", role: "tabpanel", tabindex: "0", ...named }, block);
    tabs.set(language, tab);
    panels.set(language, panel);
    list.append(tab);
    example.append(panel);
  }
  list.after(copyButton(() => example.querySelector(".panel:not([hidden]) code")));
  examples.push({ tabs, panels });
}

/** The block and those that directly follow it in other languages. */
function following(block) {
  const blocks = [];
  const seen = new Set();
  for (let next = block; next?.tagName === "PRE"; next = next.nextElementSibling) {
    const language = languageOf(next);
    if (!(language in LANGUAGES) || seen.has(language)) break;
    seen.add(language);
    blocks.push(next);
  }
  return blocks;
}

const done = new Set();
for (const block of document.querySelectorAll("main pre")) {
  if (done.has(block)) continue;
  const blocks = following(block);
  for (const one of blocks) done.add(one);
  if (blocks.length > 1) makeExample(blocks);
  else if (blocks.length === 1) {
    const single = element("div", { class: "example single" });
    block.before(single);
    single.append(
      copyButton(() => block.querySelector("code")),
      block,
    );
  }
}
document.body.append(said);
choose("ts");
choose(stored() ?? "ts");
