'use strict';
// A social worker reads the record of an invented council: from half a name to any version of anything on a child's page.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot, weight, path_without_a_name } = require('./page.js');

const longest_page = 50 * 1024; // Bytes on the wire, style sheet and script included.

const kinds_at_once = 15;
module.exports = {
    name: 'A social worker reads the record of an invented council',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';
        let child_address = '';

        await step('signs in, and is told that everybody is invented', async () => {
            await sign_in(page, 'social worker');
            await page.getByText('Everybody in this record is invented').waitFor();
            await axe_at_zero(page);
        });
        await step('opens the children with a protection plan', async () => {
            await page.getByRole('link', { name: 'Lists', exact: true }).click();
            await axe_at_zero(page);
            await main.getByRole('link', { name: /^Child protection plans/ }).click();
            await axe_at_zero(page);
            const link = main.locator('tbody a[href^="/children/"]').first();
            child = (await link.innerText()).trim();
            child_address = await link.evaluate((anchor) => anchor.href);
            assert.match(child, /\S+ \S+/);
        });
        await step('finds one of them from parts of the name, in any order and case', async () => {
            const [first, ...last] = child.split(' ');
            await page.goto(`${server.address}/`);
            await main.getByRole('combobox').fill(`${last.join(' ').slice(0, 4).toUpperCase()} ${first.slice(0, 3).toLowerCase()}`);
            await page.keyboard.press('Enter');
            await page.waitForURL(/\/search$/);
            await axe_at_zero(page);
            // Two may have the same name: the address tells which.
            await main.locator(`a[href="${new URL(child_address).pathname}"]`).first().click();
            assert.equal(page.url(), child_address);
            assert.match(new URL(child_address).pathname, /^\/children\/[0-9a-f]{32}$/);
        });
        await step('reads who it is, what is due and what happened', async () => {
            assert.doesNotMatch(await page.title(), new RegExp(child.split(' ').pop()), 'The title, which histories keep, names the child.');
            await page.getByRole('heading', { name: child }).waitFor();
            await main.getByRole('heading', { name: 'What is due' }).waitFor();
            assert.ok(await main.getByRole('link', { name: 'Child protection plan' }).count() > 0);
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'child');
        });
        await step('keeps one kind of entry, at an address that can be kept', async () => {
            const all = await main.getByRole('listitem').count();
            await page.getByRole('checkbox', { name: /^Child protection plan/ }).check();
            await page.getByRole('button', { name: 'Apply filters' }).click();
            const kept = await main.getByRole('listitem').count();
            assert.ok(kept > 0 && kept < all, `${kept} of ${all} entries`);
            await axe_at_zero(page);
            await page.reload();
            assert.equal(await main.getByRole('listitem').count(), kept);
        });
        await step('reads one entry with every column and version', async () => {
            await main.getByRole('link', { name: 'Child protection plan' }).first().click();
            assert.match(new URL(page.url()).pathname, /^\/items\/[0-9a-f]{32}$/);
            await main.getByText('Emotional abuse').or(main.getByText('Neglect')).or(main.getByText('abuse')).first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'item');
        });
        await step('reads the child as it was known when nothing was', async () => {
            await page.goto(child_address);
            await page.getByLabel('As it was known at the end of').fill('1/1/2001');
            await page.getByRole('button', { name: 'Show that day' }).click();
            assert.equal(await main.getByRole('link', { name: 'Child protection plan' }).count(), 0);
            await axe_at_zero(page);
        });
        await step('is told of a date that is none, and what was typed stays', async () => {
            await page.goto(child_address);
            await page.getByLabel('As it was known at the end of').fill('31/2/2025');
            await page.getByRole('button', { name: 'Show that day' }).click();
            await page.getByRole('alert').first().waitFor();
            assert.equal(await page.getByLabel('As it was known at the end of').inputValue(), '31/2/2025');
            await axe_at_zero(page);
        });
        let kinds = [];
        await step('finds every kind of record in the lists', async () => {
            await page.goto(`${server.address}/lists`);
            kinds = await main.locator('a[href^="/kinds/"]').evaluateAll((links) => links.map((link) => link.href));
            assert.ok(kinds.length > 15, `${kinds.length} kinds`);
        });
        for (let first = 0; first < kinds.length; first += kinds_at_once)
            await step(`reads the first page of each, from the ${first + 1}th`, async () => {
                for (const kind of kinds.slice(first, first + kinds_at_once)) {
                    assert.equal((await page.goto(kind)).status(), 200, kind);
                    await axe_at_zero(page);
                }
            });
        await step('finds nothing personal in any address of a child\'s page', async () => {
            await page.goto(child_address);
            const addresses = await page.locator('a[href]').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
            for (const address of addresses) assert.match(address, path_without_a_name);
        });
        await step('has light pages', async () => {
            const bytes = await weight(open, child_address, await page.context().cookies());
            assert.ok(bytes < longest_page, `${bytes} bytes`);
        });
        await step('works with scripts off on a phone', async () => {
            const phone = await open({ width: 320, height: 640, scripts: false });
            await sign_in(phone, 'social worker');
            await phone.goto(child_address);
            await phone.getByRole('heading', { name: child }).waitFor();
            await axe_at_zero(phone);
        });
        await step('prints with the banner and without the furniture', async () => {
            await page.emulateMedia({ media: 'print' });
            assert.ok(await page.getByText('Everybody in this record is invented').isVisible());
            assert.ok(!await page.getByRole('button', { name: 'Apply filters' }).isVisible());
            await page.emulateMedia({ media: 'screen' });
        });
        await step('nobody else reads it: without signing in the page asks for that', async () => {
            const stranger = await open();
            await stranger.goto(child_address);
            assert.equal(new URL(stranger.url()).pathname, '/sign-in');
            assert.ok(!(await stranger.content()).includes(child));
        });
    },
};
