'use strict';
// Walks every journey: a real server in a real Chromium. Ends with "12 passed, 0 failed", and 1 if anything failed.
//
//   node test/journey/run.js                all
//   node test/journey/run.js sign_in        those whose file name begins so
//
// A journey is a file NAME.journey.js that says
//
//   module.exports = {
//       name: 'A duty worker takes a contact',
//       server: 'demo',                                      // or 'empty', see server.js; none: it brings its own pages
//       async walk({ step, open, sign_in, server }) {
//           const page = await open({ width: 320 });
//           await step('signs in', async () => { await sign_in(page, 'social worker'); });
//       },
//   };
//
// Each step is counted. A step that fails ends its journey, since the next ones stand on it, and leaves a screenshot in
// test/journey/screenshots. A page that logs an error, breaks its own content security policy, answers 5xx or asks for
// anything that is not on this machine fails the step it does so in.

const fs = require('node:fs');
const path = require('node:path');
const { launch } = require('./browser.js');
const { Server } = require('./server.js');
const { sign_in } = require('./page.js');

const screenshots = path.join(__dirname, 'screenshots');

function journeys(beginnings) {
    return fs.readdirSync(__dirname)
        .filter((file) => file.endsWith('.journey.js'))
        .filter((file) => beginnings.length === 0 || beginnings.some((beginning) => file.startsWith(beginning)))
        .sort()
        .map((file) => ({ file, ...require(path.join(__dirname, file)) }));
}

/// Walks one journey in a browser. Tells how many steps passed and failed; says each on `out`.
async function walk(journey, browser, server, out) {
    const seen = { passed: 0, failed: 0 };
    const pages = [];
    out(`\n${journey.name}`);

    async function open(options = {}) {
        const page = await browser.open(options);
        pages.push(page);
        return page;
    }

    async function step(name, does) {
        const began = Date.now();
        try {
            await in_time(does());
            for (const page of pages) page.complaints.none_since_the_last_step();
            seen.passed += 1;
            out(`  ok    ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
        } catch (fault) {
            seen.failed += 1;
            out(`  FAIL  ${name}`);
            out(String(fault.message ?? fault).replace(/^/gm, '        '));
            fault.was_counted = true;
            throw fault;
        }
    }

    try {
        await journey.walk({ step, open, server, sign_in: (page, role) => sign_in(page, server, role) });
        if (seen.passed === 0) throw new Error('The journey has no steps.');
    } catch (fault) {
        if (!fault.was_counted) {
            seen.failed += 1;
            out(`  FAIL  outside any step: ${fault.stack ?? fault}`);
        }
        await show(journey, pages, out);
    }
    for (const page of pages) await page.context().close();
    return seen;
}

const longest_step_ms = 60_000;
function in_time(promise) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`Not done after ${longest_step_ms / 1000} s.`)), longest_step_ms);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function show(journey, pages, out) {
    fs.mkdirSync(screenshots, { recursive: true });
    for (const [place, page] of pages.entries()) {
        const file = path.join(screenshots, `${journey.file.replace('.journey.js', '')}-failed-${place + 1}.png`);
        await page.screenshot({ path: file, fullPage: true }).then(() => out(`        The page as it was: ${file}`), () => {});
    }
}

async function main() {
    const chosen = journeys(process.argv.slice(2));
    if (chosen.length === 0) throw new Error('There is no such journey in test/journey.');

    const browser = await launch();
    const servers = {};
    const total = { passed: 0, failed: 0 };
    try {
        for (const journey of chosen) {
            const server = journey.server ? (servers[journey.server] ??= new Server(journey.server)) : null;
            if (server) await server.start();
            const seen = await walk(journey, browser, server, console.log);
            total.passed += seen.passed;
            total.failed += seen.failed;
        }
    } finally {
        await browser.close();
        for (const server of Object.values(servers)) {
            if (total.failed > 0) server.show_its_last_words();
            await server.stop();
        }
    }
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
    process.exitCode = total.failed === 0 ? 0 : 1;
}

module.exports = { walk };
if (require.main === module) {
    // Leaving this way lets the servers be stopped too.
    for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) process.on(signal, () => process.exit(code));
    main().catch((fault) => {
        console.error(fault.message);
        process.exitCode = 2;
    });
}
