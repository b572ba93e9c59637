// What a result could depend on beside the project: the time zone, the language,
// the fonts and the home of whoever runs the tests. All of it is set here, for
// this process and for the browsers that it starts.

import { fontconfig } from "./fonts.mjs";
import { temporaryFolder } from "./playbook.mjs";

/** A zone that is not UTC and has a summer time, so that mistakes with either show. */
export const timeZone = "Europe/Amsterdam";
/** The one that every Chromium has. */
export const language = "en-US";

process.env.TZ = timeZone;

/** The environment of a browser that has one of the sets of fonts. */
export function environment(fonts) {
  const home = temporaryFolder();
  const { PATH, TMPDIR } = process.env;
  const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, LANG: "C.UTF-8", LANGUAGE: language.replace("-", "_"), TZ: timeZone };
  return { PATH, ...(TMPDIR && { TMPDIR }), ...own, FONTCONFIG_FILE: fontconfig(fonts) };
}
