// Debian's Chromium, and what it complains about while a page is open:
// messages on the console, violations of the policy, dialogs, requests that
// leave the site or come back empty.

import { chromium } from "playwright-core";

import { environment, language } from "./environment.mjs";

const args = [
  `--lang=${language}`,
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser, with one of the sets of fonts; the caller closes it. */
export function launch(fonts = "wide") {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args, env: environment(fonts) });
}

/**
 * Listens to everything that `page` does from now on. `complaints()` gives what
 * was wrong since the last call; `home` is the prefix of the site's addresses.
 */
export async function listen(page, home) {
  const heard = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) heard.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`script: ${error.message}`));
  page.on("dialog", async (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("popup", (popup) => heard.push(`popup: ${popup.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(home)) heard.push(`leaves the site: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // Leaving a page cuts short what it still loads: that is nothing wrong.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") heard.push(`failed: ${request.url()} (${why})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) heard.push(`${response.status()}: ${response.url()}`);
  });
  await page.exposeBinding("reportViolation", (_, text) => void heard.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const what = `${event.violatedDirective}: ${event.blockedURI} ${event.sample}`;
      window.reportViolation(`policy: ${what}`);
    });
  });
  return { complaints: () => heard.splice(0) };
}

/** Opens a page that has moved and waits until the browser has been led on. */
export async function follow(page, address) {
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForURL((url) => url.href !== address, { waitUntil: "load" });
}

/** Opens an address and waits until everything that it loads is there. */
export async function open(page, address) {
  const response = await page.goto(address, { waitUntil: "load" });
  // Two frames: reports and late requests have been sent by then.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return response;
}

/** Chooses a role on the device of this page, as a reader does who comes to home for the first time. */
export async function rememberRole(page, home, path) {
  await open(page, home);
  await page.locator(`[data-role][href="${path}"]`).click();
  await page.waitForURL((url) => url.href.endsWith(path));
}
