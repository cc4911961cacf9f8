'use strict';
// An empty record, its first administrator and its first social worker: the pages that everybody meets
// before there is anything to read.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, weight } = require('./page.js');

const longest_page = 50 * 1024; // Bytes on the wire, style sheet and script included.

/// The addresses on this server that a page links to, each once.
async function links(page, address) {
    const all = await page.locator('a[href]').evaluateAll((anchors) => anchors.map((anchor) => anchor.href.replace(/#.*/, '')));
    return [...new Set(all)].filter((link) => link.startsWith(`${address}/`));
}

async function read_every_link(page, address) {
    const home = page.url();
    await axe_at_zero(page);
    const found = await links(page, address);
    assert.ok(found.length > 0, 'The first page leads nowhere.');
    for (const link of found) {
        const response = await page.goto(link);
        assert.equal(response.status(), 200, `${new URL(link).pathname} answered ${response.status()}`);
        await axe_at_zero(page);
    }
    await page.goto(home);
}

module.exports = {
    name: 'The first workers look round an empty record',
    server: 'empty',
    async walk({ step, open, sign_in, server }) {
        const page = await open();

        await step('is asked to sign in, whatever page is asked for', async () => {
            await page.goto(`${server.address}/`);
            assert.equal(new URL(page.url()).pathname, '/sign-in');
            await axe_at_zero(page);
        });
        await step('can do it with the keyboard alone', async () => {
            const reached = await keyboard_walk(page);
            const fields = reached.filter((control) => /^(input|button)/.test(control));
            assert.deepEqual(fields, ['input "name"', 'input "password"', 'button "Sign in"']);
        });
        await step('is told what is wrong, and what was typed stays', async () => {
            await page.getByLabel('Sign-in name').fill('amira.khan');
            await page.getByLabel('Password').fill('not this one');
            await page.getByRole('button', { name: 'Sign in' }).click();
            await page.getByRole('alert').waitFor();
            assert.match(await page.title(), /^Error: /);
            assert.equal(await page.getByLabel('Sign-in name').inputValue(), 'amira.khan');
            assert.equal(await page.getByLabel('Password').inputValue(), '');
            await axe_at_zero(page);
        });
        await step('signs in', async () => {
            await sign_in(page, 'administrator');
            await keyboard_walk(page);
        });
        await step('reads every page that the first one leads to', () => read_every_link(page, server.address));

        const worker_page = await open();
        await step('a social worker reads every page that theirs leads to', async () => {
            await sign_in(worker_page, 'social worker');
            await keyboard_walk(worker_page);
            await read_every_link(worker_page, server.address);
        });
        await step('a social worker searches for somebody who is not there, and no name stands in the address', async () => {
            await worker_page.getByRole('combobox').first().fill('Nobody Atall');
            await worker_page.keyboard.press('Enter');
            await worker_page.waitForURL(/\/search$/);
            assert.doesNotMatch(decodeURIComponent(worker_page.url()), /nobody|atall/i);
            assert.equal(await worker_page.getByRole('combobox').last().inputValue(), 'Nobody Atall');
            await axe_at_zero(worker_page);
        });
        await step('a page that is not there says so, and what to do', async () => {
            const response = await page.goto(`${server.address}/not-there`);
            assert.equal(response.status(), 404);
            await axe_at_zero(page);
        });
        await step('each page is light', async () => {
            const bytes = await weight(open, `${server.address}/sign-in`);
            assert.ok(bytes < longest_page, `${bytes} bytes`);
        });
        await step('it works with scripts off, and in forced colours', async () => {
            const plain = await open({ scripts: false, forced_colours: true, width: 320 });
            await sign_in(plain, 'administrator');
            await axe_at_zero(plain);
        });
        await step('signs out, and the pages are closed', async () => {
            await page.goto(`${server.address}/`);
            await page.getByRole('button', { name: 'Sign out' }).click();
            await page.goto(`${server.address}/`);
            assert.equal(new URL(page.url()).pathname, '/sign-in');
        });
    },
};
