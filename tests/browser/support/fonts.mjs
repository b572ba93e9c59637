// The fonts that a browser of the tests has: those of a set, from packages, and
// none of the machine's. What is measured is the same everywhere, in letters
// that are narrow and in letters that are wide.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { temporaryFolder } from "./playbook.mjs";

const packages = new URL("../node_modules/", import.meta.url);

/** For what a page asks for: the family that it gets, and the folder of its files. */
const sets = {
  narrow: {
    serif: ["Tinos", "@expo-google-fonts/tinos/"],
    "sans-serif": ["PT Sans Narrow", "@expo-google-fonts/pt-sans-narrow/"],
    monospace: ["Cousine", "@expo-google-fonts/cousine/"],
  },
  wide: {
    serif: ["DejaVu Serif", "dejavu-fonts-ttf/ttf/"],
    "sans-serif": ["DejaVu Sans", "dejavu-fonts-ttf/ttf/"],
    monospace: ["DejaVu Sans Mono", "dejavu-fonts-ttf/ttf/"],
  },
};

/** The names of the sets. */
export const fontSets = Object.keys(sets);

/** The family that a set has for `serif`, `sans-serif` or `monospace`. */
export const familyOf = (set, generic) => sets[set][generic][0];

/** Writes the settings of fontconfig for a set, and gives the file's path. */
export function fontconfig(set) {
  const fonts = Object.entries(sets[set]);
  const folder = temporaryFolder();
  const folders = new Set(fonts.map(([, [, path]]) => `<dir>${fileURLToPath(new URL(path, packages))}</dir>`));
  const lines = [
    ...folders,
    `<cachedir>${join(folder, "cache")}</cachedir>`,
    ...fonts.map(([generic, [family]]) => prefer(generic, family)),
    // What a page asks for by no generic name (`system-ui`) is the interface's.
    '<match target="pattern"><edit name="family" mode="append_last" binding="weak">',
    `<string>${sets[set]["sans-serif"][0]}</string></edit></match>`,
  ];
  const path = join(folder, "fonts.conf");
  writeFileSync(path, `<?xml version="1.0"?>\n<fontconfig>\n${lines.join("\n")}\n</fontconfig>\n`);
  return path;
}

function prefer(generic, family) {
  return `<alias binding="same"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
}
