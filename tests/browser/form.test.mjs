// The form for pages and paths. Its parts under Node, without a browser: texts
// are cleaned and sorted, and what nobody edited keeps its bytes. In the browser:
// one page of each layer, filled in with what a word processor gives, is taken by
// `check`; nothing that is typed is lost; every way out.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import vm from "node:vm";

import { open } from "./support/browser.mjs";
import { binary, build, projectRoot, temporaryFolder } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";

const { folder } = build(projectRoot, { basePath });
const site = stage(folder);

/** A part of the form, loaded as the site has it. */
const part = (name) => vm.runInThisContext(name);
let data;
before(() => {
  for (const name of ["clean", "html", "yaml", "document", "dress", "check", "sort", "path", "ways"]) {
    vm.runInThisContext(readFileSync(join(folder, "theme", `form-${name}.js`), "utf8"));
  }
  globalThis.playbookForm = (given) => (data = given);
  vm.runInThisContext(readFileSync(join(folder, "contribute.js"), "utf8"));
  part("playbookFormDocument").prepare(data);
});

/** Sources of a kind in the sample. */
function sources(kind) {
  const home = join(projectRoot, "content", kind);
  const names = readdirSync(home, { recursive: true }).filter((name) => name.endsWith(".md"));
  return names.map((name) => readFileSync(join(home, name), "utf8"));
}

describe("the parts of the form", () => {
  test("what a word processor gives becomes plain markdown", () => {
    const { prose, prompt } = part("playbookFormClean");
    for (const [typed, clean] of [
      ["•\tone\r\n–\ttwo\r\n· three", "- one\n- two\n- three"],
      ["☐ open\n☑ done\n[ ] bare", "- [ ] open\n- [x] done\n- [ ] bare"],
      ["1)\tfirst\n(2) second", "1. first\n2. second"],
      ["“Curly” – it’s kept", "“Curly” – it’s kept"],
      ["a\u00a0b\u200b\u00ad", "a b"],
      ["```\n• code\n```", "```\n• code\n```"],
      ["  •  nested", "  - nested"],
    ]) {
      assert.equal(prose(typed), clean);
    }
    assert.equal(prompt("For [Account name]: [Notes…], [1], [x](y), a[i], [plain / warm]").text,
      "For {{account_name}}: {{notes...}}, [1], [x](y), a[i], {{plain_warm|plain, warm}}");
  });

  test("every page and path of the sample is opened and put together without a byte lost", () => {
    for (const [kind, form, room] of [["workflows", data.workflow, "playbookFormDocument"], ["collections", data.path, "playbookFormPath"]]) {
      for (const source of sources(kind)) {
        for (const text of [source, source.replaceAll("\n", "\r\n"), `\ufeff${source}`]) {
          const { read, compose } = part(room);
          assert.equal(compose(form, text, read(form, text)), text);
        }
      }
    }
  });

  test("a change of one value changes that value and nothing else", () => {
    const { read, compose } = part("playbookFormDocument");
    const form = data.workflow;
    const words = "It says: \"so\" # and more";
    for (const source of sources("workflows")) {
      const values = read(form, source);
      const changes = [];
      for (const { name } of form.fields.filter((it) => Object.hasOwn(values.fields, it.name))) {
        const value = values.fields[name];
        const others = Array.isArray(value) ? [[...value, words], [words, ...value.slice(1)], value.slice(1)] : [words];
        for (const other of others.filter((it) => it.length > 0)) changes.push({ ...values, fields: { ...values.fields, [name]: other } });
      }
      for (const key of Object.keys(values.sections)) changes.push({ ...values, sections: { ...values.sections, [key]: "Other words." } });
      for (const changed of changes) {
        const { fields, sections, intro } = read(form, compose(form, source, changed));
        assert.deepEqual({ fields, sections, intro }, { fields: changed.fields, sections: changed.sections, intro: changed.intro });
      }
    }
  });

  test("comments, unknown keys and odd spacing stay where they are", () => {
    const { read, compose } = part("playbookFormDocument");
    const source = "---\ntitle:   'It''s old'   # the old name\n# who knows\nx-own: {a: 1}\nroles: [ sales,  support ]\n---\n<!-- ## Steps -->\n\n##  Steps\n1. One\n\n## Ours\n\nText\n";
    const values = read(data.workflow, source);
    assert.deepEqual(values.kept, ["x-own"]);
    values.fields.title = "It's new";
    values.fields.roles = ["sales", "finance"];
    values.fields.owner = "ruth-adeyemi";
    values.sections.steps = "1. Two";
    assert.equal(compose(data.workflow, source, values),
      source.replace("'It''s old'", "It's new").replace("support ]\n", "finance ]\nowner: ruth-adeyemi\n").replace("1. One", "1. Two"));
  });

  test("one item of a path is swapped, a checkpoint added and one removed", () => {
    const { read, compose } = part("playbookFormPath");
    const source = readFileSync(join(projectRoot, "content/collections/renewals-ninety-days.md"), "utf8");
    const swapped = read(data.path, source);
    swapped.checkpoints[1].fields.do[1] = "drill:certificate-question";
    assert.equal(compose(data.path, source, swapped), source.replace('"drill:promised-or-wished"', '"drill:certificate-question"'));
    const grown = read(data.path, source);
    grown.checkpoints.splice(0, 1);
    grown.checkpoints.push({ fields: { day: "120", goal: "Teaches it: to two", do: ["handover"] } });
    const [first, second] = ["  - day: 10\n", "  - day: 30\n"].map((it) => source.indexOf(it));
    const end = source.indexOf("---", 4);
    assert.equal(compose(data.path, source, grown),
      `${source.slice(0, first)}${source.slice(second, end)}  - day: 120\n    goal: "Teaches it: to two"\n    do: [handover]\n${source.slice(end)}`);
  });

  test("a pasted page is sorted: an answer with a fence around it, a greeting, a document", () => {
    const { sort } = part("playbookFormSort");
    const page = "---\ntitle: A name\nlayer: fluency\n---\n\n## Prompt\n\n```prompt\nDo it\n```\n";
    const around = "Here it is:\n\n";
    for (const text of [page, `${around}\`\`\`markdown\n${page}\`\`\`\n\nAnything else?`, `${around}${page}`]) {
      const sorted = sort(data.workflow, text);
      assert.equal(sorted.source, page);
      assert.equal(sorted.around, text === page ? "" : text.endsWith("?") ? "Here it is:\n\nAnything else?" : "Here it is:");
    }
    const document = "Prepare “renewal” calls\n\nOwner: Ruth Adeyemi\nRole: Sales\n\n1. When to use it\nTwo days before.\n\n**Steps**\n•\tOpen\n•\tRead\n\nPrompt\nBrief [Account name]\n\nMore thoughts:\n\nKept.\n";
    const { source } = sort(data.workflow, document);
    assert.equal(source, "---\ntitle: \"Prepare “renewal” calls\"\nroles: [sales]\nowner: ruth-adeyemi\n---\n\n## When to use it\n\nTwo days before.\n\n## Steps\n\n1. Open\n2. Read\n\n## Prompt\n\n```prompt\nBrief {{account_name}}\n\nMore thoughts:\n\nKept.\n```\n\n- account_name: Account name\n");
  });

  test("a heading is read as the generator reads it", () => {
    const { sectionOf } = part("playbookFormDocument");
    for (const line of readFileSync(join(projectRoot, "tests/headings.txt"), "utf8").trim().split("\n")) {
      const [heading, name] = line.split(/ =(?: |$)/);
      assert.equal(sectionOf(data.workflow, heading) ?? "", name, heading);
    }
  });

  test("what is wrong with a page is said as `check` says it", () => {
    const front = (lines) => `---\ntitle: Prepare a call that nobody wants\nlayer: fluency\n${lines}\n---\n\n## When to use it\n\nOften.\n`;
    const prompt = "\n## Prompt\n\n```prompt\nBrief {{account}} by {{day}}\n```\n\n- account: the customer\n";
    const pages = [
      front("owner: nobody-here\ntools: [assistent, xyz]\nroles: [salez]\nverified: 24.12.2026\njob: renewalx\nbuilds_on: [nope]"),
      front("tools: [assistant, slidesmith]\ndata: internal\nverified: 3 April 2026\nroles: [sales, finance, marketing, operations]"),
      front("tools: [mailwriter, image-desk]\ndata: confidential\nverified: 3/4/2026\nsummary: ") + prompt,
      front("tools: [applicant-scoring]\nverified: soon\njob: first-call\nroles: [everyone]").replace(/title: .*/, "title: Short"),
      front(`verified: 2026-11-24\nowner: m\nsummary: ${"A long one. ".repeat(20).trim()}`).replace(/title: .*/, `title: ${"Long ".repeat(18).trim()}`),
    ];
    const files = pages.map((text, at) => [`content/workflows/sales/wrong-${at}.md`, text]);
    const { diagnostics } = JSON.parse(check(files, "--format", "json").said);
    const known = ["PB116", "PB117", "PB123", "PB124", "PB125", "PB210", "PB502", "PB510", "PB512", "PB513", "PB514", "PB516"];
    const { read } = part("playbookFormDocument");
    for (const [at, text] of pages.entries()) {
      const values = read(data.workflow, text);
      const { sentence, parts } = part("playbookFormWays").missing(data, "fluency", values);
      const found = [...part("playbookFormCheck").problems(data, values, "2026-11-30"), { message: sentence, help: parts.map((it) => it.help) }];
      const theirs = diagnostics.filter((it) => it.path === files[at][0] && known.includes(it.code));
      const plain = (all) => all.map(({ message, label, help }) => (message === sentence ? { message, help: help.length } : { message, label, help })).sort((a, b) => (a.message < b.message ? -1 : 1));
      // A mend is a line to paste there, and a field that is filled in here.
      const withoutMend = (all) => all.map((it) => (/was read as/.test(it.message) ? { ...it, help: [] } : it));
      assert.deepEqual(withoutMend(plain(found)), withoutMend(plain(theirs)), files[at][0]);
    }
  });

  test("a day is read in every form that has one reading, and names of fields as people write them", () => {
    const { written } = part("playbookFormCheck");
    for (const [typed, day] of [["24.11.2026", "2026-11-24"], ["24. 11. 2026", "2026-11-24"], ["2026/4/3", "2026-04-03"], ["24. November 2026", "2026-11-24"], ["Nov 24, 2026", "2026-11-24"], ["3. März 2026", "2026-03-03"], ["on Friday, the 20th of November 2026", "2026-11-20"], ["11/24/2026", "2026-11-24"], ["3/4/2026", "3/4/2026"], ["31.2.2026", "31.2.2026"], ["soon", "soon"]]) {
      assert.equal(written(data.said, typed), day, typed);
    }
    const { source } = part("playbookFormSort").sort(data.workflow, "Prepare a call\n\nLast done: 24.11.2026\nTools: ChatGPT, Assistant\n\nOur steps\n1. One\n");
    assert.match(source, /^---\ntitle: Prepare a call\nverified: 2026-11-24\ntools: \[free-chat, assistant\]\n---\n\n## Our steps\n/);
  });

  test("no proposed file name is that of another page", () => {
    const { fileName } = part("playbookFormWays");
    assert.equal(fileName("Prüfe: das “Ganze”!", "fluency", []), "prüfe-das-ganze");
    assert.equal(fileName("Renewal brief", "judgment", ["renewal-brief"]), "renewal-brief-judgment");
    assert.equal(fileName("Renewal brief", "judgment", ["Renewal-Brief", "renewal-brief-judgment"]), "renewal-brief-2");
    assert.ok(Buffer.byteLength(fileName("ü".repeat(200), "fluency", [])) <= 80);
  });

  test("each forge gets what it takes, and a mail never more than mail programs take", () => {
    const { forge, mail } = part("playbookFormWays");
    const path = "content/workflows/a b/new.md";
    const short = { new_file: "F/new?f={file}&v={text}", new_empty: "F/empty?f={file}", edit: "F/edit/{path}" };
    assert.deepEqual(forge({ forge: short }, path, "a&b\n", true), { href: "F/new?f=content%2Fworkflows%2Fa%20b%2Fnew.md&v=a%26b%0A", takes: true });
    assert.deepEqual(forge({ forge: short }, path, "é".repeat(1001), true), { href: "F/empty?f=content%2Fworkflows%2Fa%20b%2Fnew.md", takes: false });
    assert.deepEqual(forge({ forge: { ...short, new_file: null, new_empty: "F/src/{folder}/" } }, path, "a", true), { href: "F/src/content/workflows/a%20b/", takes: false });
    assert.deepEqual(forge({ forge: short }, path, "a", false), { href: "F/edit/content/workflows/a%20b/new.md", takes: false });
    const contact = "mailto:a@example.com?subject={title}&body={text}";
    assert.deepEqual(mail({ contact }, "A & b", "one\ntwo\n", "see file", "(end)"), { href: "mailto:a@example.com?subject=A%20%26%20b&body=one%0D%0Atwo%0D%0A%0D%0A%28end%29%0D%0A", takes: true });
    const long = mail({ contact }, "A", "x".repeat(1800), "see file", "(end)");
    assert.deepEqual([decodeURIComponent(long.href.split("body=")[1]), long.takes], ["see file\r\n\r\n\r\n(end)\r\n", false]);
  });
});

/** What people paste, by section; with what their word processor makes of it. */
const typed = {
  when: "The renewal call is in two days – and you haven’t opened the account.",
  "not-for": "•\tAccounts with an open complaint\n•\tContracts under €500: “small” ones",
  before: "The order form, and an hour.",
  may: "figures per site, e.g. “pallets: 40”",
  never: "names of drivers",
  steps: "Export the tickets\nPaste them with the prompt\nRead it aloud",
  prompt: "Write a brief for [Account name].\nTone: [plain / warm]\n[Notes…]",
  check: "☐ The end date is the contract’s (source: order form)\n☐ Names (by: the renewals manager)",
  trust: "It quotes the ticket\nIt names the page",
  override: "You were in the meeting",
  "do-not-rely": "What a customer feels",
  wrong: "AI said: the renewal is in March\nIn fact: it is in May\nNoticed because: the contract says so",
  "old-way": "1)\tCopy figures (20 min, me) - removed: memory\n2)\tCall them (30 min, me) - kept: relationship",
  "new-way": "1)\tDraft from the sources (2 min, AI)\n2)\tCall them (30 min, me) - kept: relationship",
  "stays-human": "The call itself.",
  agreed: "The head of sales, until June. Back by: the old sheet.",
};

/** Fills in a page of a layer, on a page that has opened the form. */
async function fill(page, layer, title) {
  await page.locator(`[data-form="${layer}"]`).click();
  await page.locator(".hand-in").waitFor();
  const field = (name) => page.locator(`.form [data-part="${name}"] :is(input, textarea, select)`).first();
  await field("title").fill(title);
  await field("summary").fill("A brief: “one page”, with its sources # and dates");
  await page.locator(".form").getByRole("checkbox", { name: "Sales", exact: true }).check();
  await field("owner").fill("Ruth Adeyemi");
  await field("data").selectOption("internal");
  await field("verified").fill("2026-11-20");
  for (const key of data.workflow.contract[layer]) {
    await field(key).fill(typed[key]);
    if (key === "before") for (const line of ["may", "never"]) await field(line).fill(typed[line]);
  }
  await page.waitForTimeout(400);
}

/** The file that the form gives, and its name. */
async function downloaded(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download it" }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** What `check` says of the sample with these files in it. */
function check(files, ...more) {
  const root = temporaryFolder();
  for (const name of ["content", "playbook.toml"]) cpSync(join(projectRoot, name), join(root, name), { recursive: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const paths = files.map(([path]) => path);
  const run = spawnSync(binary(), ["check", ...paths, "--root", root, "--as-of", "2026-11-30", ...more], { encoding: "utf8" });
  return { code: run.status, said: run.stdout + run.stderr };
}

describe("the form in the browser", () => {
  test("a page of each layer, from a word processor, passes check with nothing to say", async () => {
    const files = [];
    for (const layer of ["fluency", "judgment", "redesign"]) {
      await site.visit(site.server.address("contribute.html"), async (page) => {
        await fill(page, layer, `Prepare “renewal” calls: the ${layer} way`);
        assert.match(await page.locator(".missing").innerText(), /Nothing is missing/);
        const { name, text } = await downloaded(page);
        assert.equal(name, `prepare-renewal-calls-the-${layer}-way.md`);
        files.push([`content/workflows/sales/${name}`, text]);
      });
    }
    const { code, said } = check(files);
    assert.equal(code, 0, said);
    assert.match(said, /no problems/);
  });

  test("what is pasted from a word processor or a page keeps its lists, headings, tables and links", async () => {
    await site.visit(site.server.address("contribute.html"), async (page) => {
      await page.locator('[data-form="page"]').click();
      await page.locator(".hand-in").waitFor();
      const markdown = (html) => page.evaluate((it) => playbookFormHtml.read(it), html);
      for (const [html, expected] of [
        ["<h2>Steps</h2><ol><li><b>Open</b> it<ul><li>first</li></ul></li><li>Read</li></ol>", "## Steps\n\n1. **Open** it\n   - first\n2. Read"],
        ["<table><tr><th>a<th>b</tr><tr><td>1|2<td><a href='https://x.example/'>link</a></tr></table>", "| a | b |\n| --- | --- |\n| 1\\|2 | [link](https://x.example/) |"],
        ["<b style='font-weight:normal'><p>one<br>two</p><p><a href='javascript:alert(1)'>no</a></p></b>", "one\ntwo\n\nno"],
        ["<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>first</p><p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>second</p>", "- first\n  - second"],
        ["<style>p{}</style><script>x</script><p>text &lt;b&gt;</p>", "text <b>"],
      ]) {
        assert.equal(await markdown(html), expected);
      }
      // Into a field, by the clipboard.
      const area = page.locator('.form [data-part="when"] textarea');
      await area.evaluate((it) => {
        const data = new DataTransfer();
        data.setData("text/plain", "one");
        data.setData("text/html", "<ul><li>one</ul>");
        it.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, cancelable: true, bubbles: true }));
      });
      assert.equal(await area.inputValue(), "- one");
    });
  });

  for (const [place, address] of [["http", () => site.server.address("contribute.html")], ["disk", () => `${site.disk}contribute.html`]]) {
    test(`what is typed is there after a reload, and gone when it is cleared, ${place}`, async () => {
      await site.visit(address(), async (page) => {
        await page.locator('[data-form="judgment"]').focus();
        await page.keyboard.press("Enter");
        const title = page.locator('.form [data-part="title"] input');
        await title.fill("Half a page");
        await page.waitForTimeout(400);
        await page.reload();
        assert.equal(await title.inputValue(), "Half a page");
        assert.match(await page.locator(".form h2").innerText(), /Judgment/);
        await page.getByRole("button", { name: "Clear the form" }).click();
        await page.getByRole("button", { name: "Really clear it?" }).click();
        assert.equal(await page.evaluate(() => localStorage.length), 0);
        await page.reload();
        assert.equal(await page.locator(".hand-in").count(), 0);
      });
    });
  }

  test("storage that is blocked or full is told, and nothing that is typed is lost by it", async () => {
    for (const what of ["blocked", "full"]) {
      const page = await site.browser.newPage();
      await page.addInitScript((what) => {
        const refuse = () => { throw new DOMException("no", what === "full" ? "QuotaExceededError" : "SecurityError"); };
        if (what === "full") Storage.prototype.setItem = refuse;
        else Object.defineProperty(window, "localStorage", { get: refuse });
      }, what);
      await open(page, site.server.address("contribute.html"));
      await page.locator('[data-form="fluency"]').click();
      await page.locator('.form [data-part="title"] input').fill("A page nobody keeps");
      await page.getByText("This browser keeps nothing on the device").waitFor();
      assert.match((await downloaded(page)).text, /title: A page nobody keeps/);
      await page.close();
    }
  });

  test("a paste of 2 MB stays, is said to be too long, and can be downloaded whole", async () => {
    const page = await site.browser.newPage();
    await open(page, site.server.address("contribute.html"));
    await page.locator('[data-form="fluency"]').click();
    const area = page.locator('.form [data-part="not-for"] textarea');
    await area.evaluate((it) => {
      it.value = "A line of text that says little.\n".repeat(66_000);
      it.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.getByText("A page may have at most 2 MB").waitFor();
    assert.equal((await downloaded(page)).text.match(/says little/g).length, 66_000);
    await page.close();
  });

  test("a file that is chosen is changed in one place", async () => {
    const path = "content/workflows/sales/answer-bank.md";
    const source = readFileSync(join(projectRoot, path), "utf8");
    await site.visit(site.server.address("contribute.html"), async (page) => {
      await page.locator('[data-form="page"]').click();
      await page.locator('.form input[type="file"]').setInputFiles(join(projectRoot, path));
      const summary = page.locator('.form [data-part="summary"] input');
      await summary.fill("Another summary: so");
      await page.waitForTimeout(400);
      const { name, text } = await downloaded(page);
      assert.equal(name, "answer-bank.md");
      assert.equal(text, source.replace(/^summary: .*$/m, 'summary: "Another summary: so"'));
      const forge = page.getByRole("link", { name: "Propose it on GitHub" });
      assert.equal(await forge.getAttribute("href"), `https://github.com/example/playbook/edit/main/${path}`);
    });
  });

  test("a page as it is published never takes its file's place; with the file's text, changes go on in it", async () => {
    const path = "content/workflows/sales/answer-bank.md";
    const source = readFileSync(join(projectRoot, path), "utf8");
    const twin = readFileSync(join(folder, "workflows/answer-bank.md"), "utf8");
    await site.visit(site.server.address("contribute.html"), async (page) => {
      await page.locator('[data-form="page"]').click();
      const atForge = page.getByRole("link", { name: "Propose it on GitHub" });
      const status = page.locator(".form .message");
      const folded = page.locator(".form .paste-in:not([open]) > summary");
      const unfold = async () => (await folded.count()) > 0 && folded.click();
      const paste = async (text) => {
        await unfold();
        await page.getByLabel("The whole text").fill(text);
        await page.getByRole("button", { name: "Sort it into the fields" }).click();
      };
      await paste(twin);
      await page.getByText("This is a copy for reading").waitFor();
      assert.equal(await atForge.count(), 0);
      await page.getByText("You have not changed anything yet").waitFor();
      await unfold();
      await page.getByLabel("Or a page of this site").fill("answer-bank");
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await page.getByText("This is a copy for reading").waitFor();
      await page.locator('.form [data-part="not-for"] textarea').fill("Tenders");
      await page.waitForTimeout(400);
      assert.equal(await atForge.count(), 0);
      assert.match((await downloaded(page)).text, /^Changes to .* \(content\/workflows\/sales\/answer-bank\.md\)\n\n## Not for\n\nTenders\n$/);
      const file = page.getByLabel("paste the text of its file here");
      const use = page.getByRole("button", { name: "Use this text" });
      await file.fill(twin);
      await use.click();
      assert.match(await status.innerText(), /not the text of the page's file/);
      await file.fill(source);
      await use.click();
      await atForge.waitFor();
      const { text } = await downloaded(page);
      assert.equal(text.replace(/## Not for\n\n[^#]*?\n\n(?=##)/, ""), source.replace(/## Not for\n\n[^#]*?\n\n(?=##)/, ""));
      assert.match(text, /## Not for\n\nTenders\n\n/);
      // Words that only have the title of a page are a page of their own.
      await paste(source.match(/^title: (.*)$/m)[1] + "\n\nSteps\n1. One\n");
      assert.match(await status.innerText(), /A page of this title is there already/);
      assert.match(await atForge.getAttribute("href"), /\/new\/main/);
      await page.getByLabel("Where it belongs").fill(path);
      await page.getByText("is a page already, and this is not its file").waitFor();
      assert.equal(await atForge.count(), 0);
    });
  });

  test("what is replaced can be brought back, and what is typed is kept when the tab goes away", async () => {
    await site.visit(site.server.address("contribute.html"), async (page) => {
      await page.locator('[data-form="judgment"]').click();
      const title = page.locator('.form [data-part="title"] input');
      const back = page.getByRole("button", { name: "Bring back what was there before" });
      await title.fill("Half a page");
      assert.equal(await back.count(), 0);
      await page.locator(".form .paste-in summary").click();
      const whole = page.getByLabel("The whole text");
      await whole.fill("Another page\n\nThe steps\n1. One\n2. Two\n");
      await page.getByRole("button", { name: "Sort it into the fields" }).click();
      assert.equal(await title.inputValue(), "Another page");
      assert.equal(await page.locator('.form [data-part="steps"] textarea').inputValue(), "1. One\n2. Two");
      // The layer that was chosen stays, as the text names none.
      assert.match(await page.locator(".form h2").innerText(), /Judgment/);
      await back.click();
      assert.equal(await title.inputValue(), "Half a page");
      await back.click();
      assert.equal(await title.inputValue(), "Another page");
      await title.fill("Typed a moment ago");
      await page.locator(".form .paste-in summary").click();
      await whole.fill("A text that nobody sorted");
      await page.reload();
      assert.equal(await title.inputValue(), "Typed a moment ago");
      assert.equal(await whole.inputValue(), "A text that nobody sorted");
      await back.click();
      assert.equal(await title.inputValue(), "Half a page");
      await page.getByRole("button", { name: "Clear the form" }).click();
      await page.getByRole("button", { name: "Really clear it?" }).click();
      assert.equal(await page.evaluate(() => localStorage.length), 0);
    });
  });

  test("a link to a page that nobody has written opens the form for it, and costs nothing that was typed", async () => {
    await site.visit(`${site.disk}contribute.html`, async (page) => {
      const title = page.locator('.form [data-part="title"] input');
      await page.locator('[data-form="fluency"]').click();
      await title.fill("Half a page");
      await page.waitForTimeout(400);
      await page.goto(`${site.disk}roles/sales.html`);
      assert.equal(await page.getByText("without the form").filter({ visible: true }).count(), 0);
      await page.getByRole("link", { name: "write it" }).first().press("Enter");
      await page.getByText("Nobody has written about this job yet: first-call").waitFor();
      assert.match(await page.locator(".form h2").innerText(), /Judgment/);
      assert.equal(await page.locator('.form [data-part="job"] input').inputValue(), "first-call");
      assert.ok(await page.locator(".form").getByRole("checkbox", { name: "Sales", exact: true }).isChecked());
      assert.match(await page.getByLabel("Where it belongs").inputValue(), /^content\/workflows\/sales\/first-call-sales-judgment\.md$/);
      await title.fill("Decide on a first call");
      await page.reload();
      assert.equal(await title.inputValue(), "Decide on a first call");
      await page.getByRole("button", { name: "Bring back what was there before" }).click();
      assert.equal(await title.inputValue(), "Half a page");
    });
    await site.visit(site.server.address("search.html#q=qqqzzzxx"), async (page) => {
      await page.getByRole("link", { name: "Nobody has written this yet" }).click();
      await page.waitForURL(/contribute\.html$/);
    });
  });

  test("beside a field stands what is wrong with it, a day is pasted as people write it, and no more is promised", async () => {
    await site.visit(site.server.address("contribute.html"), async (page) => {
      await page.locator('[data-form="fluency"]').click();
      const field = (name) => page.locator(`.form [data-part="${name}"]`);
      await page.locator(".form").getByRole("checkbox", { name: "Image Desk" }).check();
      await field("data").locator("select").selectOption("confidential");
      await field("data").getByText("`image-desk` may be given public data at most".replaceAll("`", "")).waitFor();
      await field("verified").locator("input").evaluate((it) => {
        const data = new DataTransfer();
        data.setData("text/plain", "24.11.2099");
        it.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, cancelable: true, bubbles: true }));
      });
      assert.equal(await field("verified").locator("input").inputValue(), "2099-11-24");
      await field("verified").getByText("lies in the future").waitFor();
      await page.getByText("may still find something").waitFor();
    });
  });

  test("fits 320 px, and without script the page has the template and where to send it", async () => {
    await site.visit(site.server.address("contribute.html"), async (page) => {
      await page.locator('[data-form="path"]').click();
      await page.locator(".hand-in").waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    }, { viewport: { width: 320, height: 700 } });
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const bare = await context.newPage();
    await bare.goto(site.server.address("contribute.html"));
    assert.equal(await bare.locator("main button").filter({ visible: true }).count(), 0);
    assert.equal(await bare.locator(".choices pre").count(), 3);
    assert.equal(await bare.getByRole("link", { name: "Send it instead" }).count(), 3);
    await context.close();
  });
});
