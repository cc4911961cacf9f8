'use strict';
// Debian's Chromium, kept to this machine, and pages that remember what went wrong on them.

const fs = require('node:fs');
const { chromium } = require('playwright-core');

const executable = process.env.STEADFAST_CHROMIUM ?? '/usr/bin/chromium';

async function launch() {
    if (!fs.existsSync(executable)) throw new Error(`Chromium is not at ${executable}. Run script/setup, which installs it.`);
    const flags = [
        '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync',
        '--no-first-run', '--disable-dev-shm-usage',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // Nothing but this machine can be reached by name.
    ];
    if (process.getuid() === 0) flags.push('--no-sandbox'); // Chromium refuses its sandbox to root.
    const browser = await chromium.launch({ executablePath: executable, args: flags });
    return { open: (options) => open(browser, options), close: () => browser.close() };
}

/// A page of its own, with its own cookies. Width in CSS pixels; 320 is WCAG's narrowest, 1280 a small laptop.
async function open(browser, { width = 1280, height = 800, scripts = true, forced_colours = false, print = false } = {}) {
    const context = await browser.newContext({
        viewport: { width, height },
        forcedColors: forced_colours ? 'active' : 'none',
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        serviceWorkers: 'block',
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    if (print) await page.emulateMedia({ media: 'print' });
    page.complaints = complaints_of(page);
    page.scripts = await scripts_of(page, scripts);
    return page;
}

/// Scripts on a page, on or off. They are turned off through a debugging session of our own, so that we can turn them on again to
/// ask axe about a page that was loaded without them.
async function scripts_of(page, on) {
    if (on) return { run_during: (does) => does() };
    const debugging = await page.context().newCDPSession(page);
    const turn = (off) => debugging.send('Emulation.setScriptExecutionDisabled', { value: off });
    await turn(true);
    return {
        async run_during(does) {
            await turn(false);
            return does().finally(() => turn(true));
        },
    };
}

function complaints_of(page) {
    const heard = [];
    page.on('pageerror', (error) => heard.push(`A script on the page failed: ${error.message}`));
    page.on('console', (message) => {
        // A page that is meant to answer 4xx also makes the browser log that it did.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
            heard.push(`The browser complained: ${message.text()}`);
        }
    });
    page.on('response', (response) => {
        if (response.status() >= 500) heard.push(`${response.status()} from ${new URL(response.url()).pathname}`);
    });
    page.on('request', (request) => {
        const { protocol, hostname, origin } = new URL(request.url());
        if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== '127.0.0.1') heard.push(`The page asked for something on ${origin}.`);
    });
    return {
        none_since_the_last_step() {
            const said = heard.splice(0);
            if (said.length > 0) throw new Error(said.join('\n'));
        },
        /// For a step that provokes a complaint on purpose.
        taken() {
            return heard.splice(0);
        },
    };
}

module.exports = { launch };
