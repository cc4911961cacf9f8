'use strict';
// What a journey does with a page, besides what playwright offers.

const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const axe = require('axe-core');

const narrow = 320; // WCAG 2.2, 1.4.10: no sideways scrolling at 320 CSS pixels.
const wide = 1280;

/// A path of ours: random ids, keys of one word, and the words of our own routes that have a hyphen. A hyphen anywhere else could be
/// somebody's name.
const hyphenated = 'access-log|early-help|step-up|call-off|takes-place|in-time|emergency-access|front-door|hand-over|keep-out|key-event|letter-templates|sign-in|sign-out';
const path_without_a_name = new RegExp(`^(/([0-9a-f]{32}|[0-9a-z_]+|${hyphenated}))*/?$`);

/// Signs in as the first person of that role whom the server named when it started.
async function sign_in(page, server, role) {
    const person = server.person(role);
    await page.goto(`${server.address}/sign-in`);
    await page.getByLabel('Sign-in name').fill(person.name);
    await page.getByLabel('Password').fill(person.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    assert.ok(!new URL(page.url()).pathname.startsWith('/sign-in'), `${person.name} could not sign in.`);
    return person;
}

/// Refuses anything that axe finds, at 320 and at 1280 pixels, and a page that scrolls sideways at 320.
async function axe_at_zero(page) {
    await page.scripts.run_during(() => axe_at_zero_with_scripts(page));
}

async function axe_at_zero_with_scripts(page) {
    const before = page.viewportSize();
    const found = [];
    for (const width of [narrow, wide]) {
        await page.setViewportSize({ width, height: before.height });
        for (const violation of await violations(page)) {
            const places = violation.nodes.map((node) => `  ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`);
            found.push(`At ${width} pixels, ${violation.id}: ${violation.help}`, ...places);
        }
    }
    await page.setViewportSize({ width: narrow, height: before.height });
    const sideways = await page.evaluate(() => document.scrollingElement.scrollWidth);
    if (sideways > narrow) found.push(`At ${narrow} pixels the page is ${sideways} wide and scrolls sideways.`);
    await page.setViewportSize(before);
    assert.equal(found.length, 0, found.join('\n'));
}

async function violations(page) {
    // Evaluated by the browser's debugger rather than added as a script, so the page's own security policy stays as it is.
    await page.evaluate(axe.source);
    const report = await page.evaluate(() => globalThis.axe.run(document, {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations'],
    }));
    return report.violations;
}

/// Tabs through the whole page. Refuses a trap, a control that is not reached, and a focus that can't be seen.
/// Tells the controls in the order in which they were reached.
async function keyboard_walk(page) {
    return page.scripts.run_during(() => keyboard_walk_with_scripts(page));
}

async function keyboard_walk_with_scripts(page) {
    const expected = await page.evaluate(mark_controls);
    const reached = [];
    for (let presses = 0; presses <= 2 * expected.length + 10; presses += 1) {
        await page.keyboard.press('Tab');
        const here = await page.evaluate(describe_focus);
        if (here === null || here.place === reached[0]?.place) break;
        assert.ok(here.place !== reached.at(-1)?.place, `The keyboard is caught at ${here.says}.`);
        assert.ok(here.seen, `The focus can't be seen at ${here.says}.`);
        reached.push(here);
    }
    const places = new Set(reached.map((control) => control.place));
    const missed = expected.filter((control) => !places.has(control.place)).map((control) => control.says);
    assert.equal(missed.length, 0, `The keyboard does not reach: ${missed.join(', ')}`);
    return reached.map((control) => control.says);
}

/* The next two run inside the page. */

function mark_controls() {
    const selector = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    // Of a group of radio buttons the keyboard enters one: the chosen one, or else the first.
    const stands_for_its_group = (element) => {
        if (element.type !== 'radio' || !element.name) return true;
        const group = [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(element.name)}"]`)];
        return element === (group.find((radio) => radio.checked) ?? group[0]);
    };
    document.activeElement?.blur();
    return [...document.querySelectorAll(selector)]
        .filter((element) => !element.disabled && element.tabIndex >= 0 && shown(element) && stands_for_its_group(element))
        .map((element, place) => {
            element.dataset.journeyPlace = String(place);
            element.dataset.journeyLook = (({ outline, boxShadow, backgroundColor, borderColor }) =>
                [outline, boxShadow, backgroundColor, borderColor].join('|'))(getComputedStyle(element));
            return { place: String(place), says: `${element.localName} "${(element.innerText || element.name || element.id).trim().slice(0, 40)}"` };
        });
}

function describe_focus() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const look = (({ outline, boxShadow, backgroundColor, borderColor }) =>
        [outline, boxShadow, backgroundColor, borderColor].join('|'))(getComputedStyle(element));
    const box = element.getBoundingClientRect();
    const on_screen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    return {
        place: element.dataset.journeyPlace ?? element.outerHTML.slice(0, 80),
        says: `${element.localName} "${(element.innerText || element.name || element.id).trim().slice(0, 40)}"`,
        seen: on_screen && look !== element.dataset.journeyLook,
    };
}

/// What a page and all it needs weigh on the wire, in bytes, fetched by a browser that has nothing yet.
async function weight(open, address, cookies = []) {
    const page = await open();
    await page.context().addCookies(cookies);
    const sizes = [];
    page.on('requestfinished', (request) => sizes.push(request.sizes()));
    await page.goto(address, { waitUntil: 'networkidle' });
    const all = await Promise.all(sizes);
    return all.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
}

async function screenshot(page, name) {
    const folder = path.join(__dirname, 'screenshots');
    fs.mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

/// The words of each page of a print.
async function printed(page) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'steadfast-print-'));
    try {
        const file = path.join(folder, 'print.pdf');
        await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
        return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').filter((text) => text.trim() !== '');
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

module.exports = { path_without_a_name, sign_in, axe_at_zero, keyboard_walk, weight, printed, screenshot };
