// What a word processor or a web page puts on the clipboard, as markdown:
// headings, lists, tables, bold, links. A tree of nodes enters, text leaves, and
// of the markup nothing is kept.
"use strict";

const playbookFormHtml = (() => {
  const SKIPPED = new Set(["STYLE", "SCRIPT", "HEAD", "TITLE", "META", "LINK", "TEMPLATE", "NOSCRIPT"]);
  const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "FOOTER", "BLOCKQUOTE", "PRE", "TABLE", "UL", "OL", "LI", "DL", "DT", "DD", "FIGURE", "HR", "H1", "H2", "H3", "H4", "H5", "H6"]);
  const MAX_DEPTH = 200;

  const style = (node) => node.getAttribute?.("data-style") ?? "";
  const isText = (node) => node.nodeType === 3;
  const isElement = (node) => node.nodeType === 1 && !SKIPPED.has(node.nodeName.toUpperCase());
  const name = (node) => node.nodeName.toUpperCase();
  const isBlock = (node) => isElement(node) && (BLOCKS.has(name(node)) || [...node.childNodes].some(isBlock));

  function isBold(node) {
    const weight = /font-weight:\s*(\w+)/.exec(style(node))?.[1];
    // Google Docs puts everything into a `b` that says it is not bold.
    if (weight) return weight === "bold" || Number(weight) >= 600;
    return ["B", "STRONG"].includes(name(node));
  }

  function wrapped(text, mark) {
    const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);
    return inner ? `${before}${mark}${inner}${mark}${after}` : text;
  }

  function link(node, text) {
    const address = node.getAttribute("href") ?? "";
    const words = text.trim();
    if (!words || !/^(https?:|mailto:)/i.test(address) || address === words) return text;
    return `[${words}](${address.replace(/[\s()<>]/g, encodeURIComponent)})`;
  }

  /** The words of a line. */
  function inline(node, depth) {
    if (isText(node)) return node.nodeValue.replace(/[ \t\r\n]+/g, " ");
    if (!isElement(node) || depth > MAX_DEPTH) return "";
    if (name(node) === "BR") return "\n";
    // Word writes the bullet of a list into the text.
    if (/mso-list:\s*Ignore/i.test(style(node))) return "";
    const text = [...node.childNodes].map((it) => inline(it, depth + 1)).join("");
    if (name(node) === "A") return link(node, text);
    if (name(node) === "CODE") return wrapped(text, "`");
    return isBold(node) && !/^H\d$/.test(name(node)) ? wrapped(text, "**") : text;
  }

  const oneLine = (text) => text.replace(/\s+/g, " ").trim();

  function list(node, depth, indent) {
    let number = Number(node.getAttribute("start")) || 1;
    const lines = [];
    for (const item of [...node.childNodes].filter(isElement)) {
      // A list right in a list, as some editors nest them.
      if (["UL", "OL"].includes(name(item))) {
        lines.push(list(item, depth + 1, `${indent}  `));
        continue;
      }
      const inner = [...item.childNodes];
      const lists = inner.filter((it) => isElement(it) && ["UL", "OL"].includes(name(it)));
      const text = oneLine(inner.filter((it) => !lists.includes(it)).map((it) => `${inline(it, depth + 1)} `).join(""));
      const mark = name(node) === "OL" ? `${number}. ` : "- ";
      number += 1;
      if (text) lines.push(`${indent}${mark}${text}`);
      for (const nested of lists) lines.push(list(nested, depth + 1, indent + " ".repeat(mark.length)));
    }
    return lines.filter(Boolean).join("\n");
  }

  function rows(node, depth) {
    const found = [];
    for (const child of [...node.childNodes].filter(isElement)) {
      if (name(child) === "TR") found.push(child);
      else if (name(child) !== "TABLE" && depth < MAX_DEPTH) found.push(...rows(child, depth + 1));
    }
    return found;
  }

  function table(node, depth) {
    const cells = (row) => [...row.childNodes].filter((it) => isElement(it) && ["TD", "TH"].includes(name(it)));
    const text = (cell) => oneLine([...cell.childNodes].map((it) => `${inline(it, depth + 1)} `).join("")).replace(/\|/g, "\\|");
    const all = rows(node, depth).map((row) => cells(row).map(text)).filter((row) => row.length > 0);
    if (all.length === 0) return "";
    const width = Math.max(...all.map((row) => row.length));
    const line = (row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? "").join(" | ")} |`;
    return [line(all[0]), line(Array(width).fill("---")), ...all.slice(1).map(line)].join("\n");
  }

  /** An item of a list as Word has it: a paragraph that says so in its style. */
  function wordItem(node, depth) {
    const level = /mso-list:[^;]*level(\d)/i.exec(style(node));
    if (!level) return undefined;
    const mark = /(\d+)[.)]/.exec([...node.childNodes].map((it) => it.textContent ?? "").join("").trimStart().slice(0, 5));
    const text = oneLine([...node.childNodes].map((it) => inline(it, depth)).join(""));
    return `${"  ".repeat(Number(level[1]) - 1)}${mark ? `${mark[1]}. ` : "- "}${text}`;
  }

  function block(node, depth) {
    const kind = name(node);
    if (kind === "UL" || kind === "OL") return list(node, depth, "");
    if (kind === "TABLE") return table(node, depth);
    if (kind === "HR") return "";
    if (kind === "PRE") return `\`\`\`\n${node.textContent.replace(/\n$/, "")}\n\`\`\``;
    const level = /^H([1-6])$/.exec(kind)?.[1];
    if (level) {
      const text = oneLine(inline(node, depth));
      return text && `${"#".repeat(Number(level))} ${text}`;
    }
    const inner = blocks(node, depth + 1);
    return kind === "BLOCKQUOTE" ? inner.replace(/^/gm, "> ") : inner;
  }

  function blocks(node, depth) {
    if (depth > MAX_DEPTH) return node.textContent ?? "";
    const parts = [];
    let words = "";
    const flush = () => {
      const text = words.split("\n").map((it) => it.replace(/[ \t]+/g, " ").trim()).join("\n").trim();
      if (text) parts.push({ text });
      words = "";
    };
    for (const child of node.childNodes) {
      if (!isBlock(child)) {
        words += inline(child, depth);
        continue;
      }
      flush();
      const item = wordItem(child, depth);
      const text = item ?? block(child, depth);
      if (text) parts.push({ text, isItem: item !== undefined });
    }
    flush();
    return parts.map((it, at) => (at === 0 ? "" : it.isItem && parts[at - 1].isItem ? "\n" : "\n\n") + it.text).join("");
  }

  /** The markdown of everything below a node. */
  const toMarkdown = (node) => blocks(node, 0).trim();

  /**
   * The same with its styles as plain data: the policy forbids styles of their own
   * even in a document that is never shown, and the browser would complain.
   */
  function withoutStyles(html) {
    const renamed = (tag) => tag.replace(/\sstyle\s*=/gi, " data-style=");
    return html.replace(/<style\b[\s\S]*?(?:<\/style\s*>|$)/gi, "").replace(/<[a-z][^>]*>/gi, renamed);
  }

  /** The markdown of what is on a clipboard. Nothing of it is shown, run or loaded. */
  function read(html) {
    return toMarkdown(new DOMParser().parseFromString(withoutStyles(html), "text/html").body);
  }

  return { toMarkdown, read };
})();
