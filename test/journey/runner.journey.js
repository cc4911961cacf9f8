'use strict';
// The runner proves on pages of its own that it passes what is right and fails what is wrong.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { axe_at_zero, keyboard_walk, weight } = require('./page.js');
const { walk } = require('./run.js');

function serve_own_pages() {
    const server = http.createServer((request, response) => {
        const file = path.join(__dirname, 'own_pages', path.basename(request.url));
        const there = request.url !== '/' && fs.existsSync(file);
        response.writeHead(there ? 200 : request.url === '/fault' ? 500 : 404,
            { 'Content-Type': file.endsWith('.css') ? 'text/css' : 'text/html', 'Content-Security-Policy': "default-src 'self'" });
        response.end(there ? fs.readFileSync(file) : '<!doctype html><title>None</title>');
    });
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

module.exports = {
    name: 'The runner passes what is right and fails what is wrong',
    async walk({ step, open }) {
        const server = await serve_own_pages();
        const address = `http://127.0.0.1:${server.address().port}`;
        try {
            const page = await open();
            const at = (name) => page.goto(`${address}/${name}`);

            await step('a sound page has axe at zero', async () => {
                await at('sound.html');
                await axe_at_zero(page);
            });
            await step('the keyboard reaches each of its controls', async () => {
                const reached = await keyboard_walk(page);
                assert.deepEqual(reached, ['a "Skip to main content"', 'input "name"', 'input "kind"', 'button "Save"']);
            });
            await step('it works with scripts off', async () => {
                const plain = await open({ scripts: false });
                await plain.goto(`${address}/sound.html`);
                const scripts_ran = (on) => on.evaluate(() => document.documentElement.dataset.scripts === 'on');
                assert.ok(await scripts_ran(page));
                assert.ok(!await scripts_ran(plain));
                await axe_at_zero(plain);
                await plain.goto(`${address}/no_label.html`);
                await assert.rejects(axe_at_zero(plain), /label/);
            });
            await step('its weight is what went over the wire', async () => {
                const files = ['sound.html', 'own.css', 'own.js']
                    .map((file) => fs.statSync(path.join(__dirname, 'own_pages', file)).size).reduce((sum, size) => sum + size);
                const bytes = await weight(open, `${address}/sound.html`);
                assert.ok(bytes > files && bytes < files + 2000, `${bytes} against ${files} in files`);
            });
            await step('a field without a label is found', async () => {
                await at('no_label.html');
                await assert.rejects(axe_at_zero(page), /At 320 pixels, label[^]*At 1280 pixels, label/);
            });
            await step('a page that scrolls sideways is found', async () => {
                await at('too_wide.html');
                await assert.rejects(axe_at_zero(page), /scrolls sideways/);
            });
            await step('a control without visible focus is found', async () => {
                await at('hidden_focus.html');
                await assert.rejects(keyboard_walk(page), /focus can't be seen at button "Save"/);
            });
            await step('a control that the keyboard does not reach is found', async () => {
                await at('trap.html');
                await assert.rejects(keyboard_walk(page), /caught at|does not reach/);
                page.complaints.taken();
            });

            const alone = (does) => walk({ file: 'itself', name: '', walk: does }, { open }, null, () => {});
            await step('a step that fails is counted and ends its journey', async () => {
                const seen = await alone(async ({ step: inner }) => {
                    await inner('passes', () => {});
                    await inner('fails', () => { assert.fail('on purpose'); });
                    await inner('is not reached', () => {});
                });
                assert.deepEqual(seen, { passed: 1, failed: 1 });
            });
            await step('a journey without steps fails', async () => {
                assert.deepEqual(await alone(async () => {}), { passed: 0, failed: 1 });
            });
            for (const [what, name] of [['an inline script against the policy', 'inline_script.html'],
                ['a request to another host', 'elsewhere.html'], ['an answer of 500', 'fault']]) {
                await step(`${what} fails its step`, async () => {
                    const seen = await alone(async ({ step: inner, open: inner_open }) => {
                        const inner_page = await inner_open();
                        await inner('opens', () => inner_page.goto(`${address}/${name}`));
                    });
                    assert.deepEqual(seen, { passed: 0, failed: 1 });
                });
            }
        } finally {
            server.close();
        }
    },
};
