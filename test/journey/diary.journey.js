'use strict';
// A social worker's own day: a visit is planned, stands on the first page with where and how it is safe to ring, is written up from
// there with one press, and then the child's row says when they were last seen. Keys of one letter, and their switch.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'A planned visit, from the first page to its note',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';
        let name = '';
        let worker = '';

        await step('plans a visit for today on the page of a child of theirs', async () => {
            await sign_in(page, 'social worker');
            const link = main.locator('tbody a[href^="/children/"]').first();
            [child, name] = await link.evaluate((anchor) => [anchor.href, anchor.textContent]);
            await page.goto(child);
            await page.getByText('Record something').click();
            await page.getByRole('link', { name: 'Planned visit' }).click();
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Save', exact: true }).click();
            await page.getByRole('alert').waitFor();
            const today = new Date();
            await page.locator('#planned_for-day').fill(String(today.getDate()));
            await page.locator('#planned_for-month').fill(String(today.getMonth() + 1));
            await page.locator('#planned_for-year').fill(String(today.getFullYear()));
            await page.locator('#planned_for-time').fill('23:40');
            await page.getByLabel('At home').check();
            worker = (await page.getByLabel('Who goes').locator('option').first().textContent()).replace(' (you)', '');
            await page.getByLabel('What for').fill('To hear how the new school is.');
            await page.getByRole('button', { name: 'Save', exact: true }).click();
            await page.waitForURL(/\?saved=1$/);
            await axe_at_zero(page);
        });
        await step('finds it on the first page, and a phone shows it before anything else', async () => {
            const phone = await open({ width: 320, height: 640 });
            await sign_in(phone, 'social worker');
            const visits = phone.locator('.sf-visit').filter({ hasText: 'new school' });
            await visits.getByText('23:40').first().waitFor();
            await axe_at_zero(phone);
            await keyboard_walk(phone);
            await screenshot(phone, 'diary-phone');
            await visits.getByRole('link', { name: 'Start the note' }).or(visits.getByRole('button', { name: 'Start the note' })).click();
            await phone.getByLabel('What happened').waitFor();
        });
        await step('a colleague who plans a visit for them puts it among theirs, and not among those of the colleague', async () => {
            const manager = await open();
            await sign_in(manager, 'team manager');
            await manager.goto(`${child}/add/planned_visit`);
            const today = new Date();
            await manager.locator('#planned_for-day').fill(String(today.getDate()));
            await manager.locator('#planned_for-month').fill(String(today.getMonth() + 1));
            await manager.locator('#planned_for-year').fill(String(today.getFullYear()));
            const who = manager.getByLabel('Who goes');
            await who.selectOption({ index: await who.evaluate((select, name) => [...select.options].findIndex((one) => one.text.startsWith(name)), worker) });
            await manager.getByLabel('What for').fill('To take the new key.');
            await axe_at_zero(manager);
            await manager.getByRole('button', { name: 'Save', exact: true }).click();
            await manager.waitForURL(/\?saved=1$/);
            await manager.goto(`${server.address}/`);
            assert.equal(await manager.getByText('To take the new key').count(), 0);
            await page.goto(`${server.address}/`);
            await page.locator('.sf-visit').filter({ hasText: 'To take the new key' }).getByText('Last changed by').waitFor();
        });
        await step('is on no chronology, because it has not happened', async () => {
            await page.goto(child);
            assert.equal(await main.locator('.sf-timeline').getByText('Planned visit').count(), 0);
        });
        await step('goes home and to a note by keys, and finds what keys there are', async () => {
            await page.keyboard.press('?');
            await page.getByRole('dialog', { name: 'Keys' }).getByText('Note of a visit').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'keys');
            await page.keyboard.press('Escape');
            await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
            await page.keyboard.press('n');
            await page.waitForURL(`${child}/note`);
            await page.getByRole('heading', { name: 'Note of a visit' }).click();
            await page.keyboard.press('g');
            await page.keyboard.press('h');
            await page.waitForURL(`${server.address}/`);
        });
        await step('turns the keys off', async () => {
            await page.goto(child);
            await page.keyboard.press('?');
            await page.getByLabel('Use these keys in this browser').uncheck();
            await page.getByRole('button', { name: 'Close' }).click();
            await page.keyboard.press('n');
            await page.waitForTimeout(200);
            assert.equal(page.url(), child);
        });
        await step('writes the note, and the first page says when the child was last seen', async () => {
            await page.goto(`${child}/note`);
            await page.locator('#saw').check();
            await page.locator('#alone').check();
            await page.getByLabel('What happened').fill('The new school is good.');
            await page.getByRole('button', { name: 'Save', exact: true }).click();
            await page.waitForURL(/\?saved=1$/);
            await page.goto(`${server.address}/?order=seen`);
            const row = main.getByRole('row').filter({ hasText: name }).filter({ hasText: 'today' });
            await row.first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'home-caseload');
        });
        await step('is drawn in the colours that somebody chose for their screen', async () => {
            await page.emulateMedia({ forcedColors: 'active' });
            await page.reload();
            await screenshot(page, 'home-forced-colours');
            await page.goto(child);
            await screenshot(page, 'child-forced-colours');
            await axe_at_zero(page);
            await page.emulateMedia({ forcedColors: 'none' });
        });
        await step('the manager sees on the board who is out today', async () => {
            const manager = await open();
            await sign_in(manager, 'team manager');
            await manager.goto(`${server.address}/board`);
            await manager.getByText(/\d visits? today/).first().waitFor();
            await axe_at_zero(manager);
        });
    },
};
