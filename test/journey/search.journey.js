'use strict';
// A social worker finds a child from half a name on any page, finds words in the child's record, and adds one who is not there.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'A child is found from half a name, and nobody is added unseen',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';
        let family = '';
        let given = '';
        let born = '';
        let added = '';

        await step('reads who is there', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            const row = main.locator('tbody tr').filter({ hasText: /\d{4}, aged/ }).first();
            const link = row.locator('a[href^="/children/"]');
            child = await link.evaluate((anchor) => anchor.href);
            [given, ...family] = (await link.innerText()).trim().split(' ');
            family = family.join(' ');
            born = (await row.locator('td').first().innerText()).replace(/,.*/, '');
        });
        await step('presses / on any page, types half a name, and chooses below the box', async () => {
            await page.goto(`${server.address}/people`);
            await page.keyboard.press('/');
            await page.keyboard.type(`${family.slice(0, 4)} ${given.slice(0, 3)}`.toLowerCase(), { delay: 20 });
            const box = page.getByRole('combobox').first();
            await page.getByRole('option').first().waitFor();
            assert.equal(await box.getAttribute('aria-expanded'), 'true');
            await axe_at_zero(page);
            await screenshot(page, 'search_as_typed');
            await page.keyboard.press('ArrowDown');
            assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 1);
            await page.keyboard.press('Escape');
            assert.equal(await page.getByRole('option').count(), 0);
            await page.keyboard.press('ArrowDown');
            const goes = await page.locator('[role=option][aria-selected=true]').getAttribute('data-goes');
            await page.keyboard.press('Enter');
            await page.waitForURL(`${server.address}${goes}`);
            assert.match(goes, /^\/children\/[0-9a-f]{32}$/, 'No name stands in the address.');
        });
        await step('finds the child by the date of birth, loosely typed, with why', async () => {
            await page.goto(`${server.address}/search`);
            await main.getByRole('combobox').first().fill(`${born} ${given}`);
            await page.keyboard.press('Enter');
            await main.getByText('date of birth').first().waitFor();
            assert.ok(await main.locator(`a[href="${new URL(child).pathname}"]`).count() > 0);
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'search');
        });
        await step('narrows it down, and is told what is wrong with an age', async () => {
            await main.getByLabel('Aged from').fill('seven');
            await main.getByRole('button', { name: 'Narrow down' }).click();
            await page.getByRole('alert').waitFor();
            assert.equal(await main.getByLabel('Aged from').inputValue(), 'seven');
            await axe_at_zero(page);
            await main.getByLabel('Aged from').fill('0');
            await main.getByLabel('Aged to').fill('17');
            await main.getByRole('button', { name: 'Narrow down' }).click();
            await main.getByText(/person|people|Nobody/).first().waitFor();
            await axe_at_zero(page);
        });
        await step('finds words in the child\'s record, each marked where it stands', async () => {
            await page.goto(child);
            await main.getByLabel('Words in this record').fill('the');
            await main.getByRole('button', { name: 'Find in this record' }).click();
            await main.getByRole('heading', { name: 'Find in this record' }).waitFor();
            await main.locator('mark').or(main.getByText('Nothing in this record')).first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'find_in_record');
            await main.getByLabel('Words in this record').fill('');
            await main.getByRole('button', { name: 'Find in this record' }).click();
            await page.getByRole('alert').waitFor();
            await axe_at_zero(page);
        });
        await step('finds with the button where scripts are off', async () => {
            const plain = await open({ scripts: false });
            await sign_in(plain, 'social worker');
            await plain.goto(`${server.address}/search`);
            await plain.getByRole('main').getByRole('searchbox').fill(family);
            await plain.getByRole('main').getByRole('button', { name: 'Search' }).click();
            assert.ok(await plain.getByRole('main').locator('tbody tr').count() > 0);
        });
        await step('is shown who is there before anybody is added', async () => {
            await page.goto(`${server.address}/people/add`);
            await axe_at_zero(page);
            await main.getByRole('button', { name: 'Look for them first' }).click();
            await page.getByRole('alert').waitFor();
            await axe_at_zero(page);
            const [day, month, year] = born.split(' ');
            await main.getByLabel('Given names').fill(given);
            await main.getByLabel('Family name').fill(family);
            await main.getByRole('group', { name: 'Date of birth', exact: true }).getByLabel('Day').fill(day);
            await main.getByRole('group', { name: 'Date of birth', exact: true }).getByLabel('Month').fill(month);
            await main.getByRole('group', { name: 'Date of birth', exact: true }).getByLabel('Year').fill(year);
            await main.getByRole('button', { name: 'Look for them first' }).click();
            await main.getByText('born on the same day').first().waitFor();
            assert.ok(await main.locator(`a[href="${new URL(child).pathname}"]`).count() > 0);
            await axe_at_zero(page);
            await screenshot(page, 'add_person');
        });
        await step('adds somebody all the same, who is found at once', async () => {
            await main.getByRole('button', { name: /add a new record/i }).click();
            await page.waitForURL(/\/children\/[0-9a-f]{32}$/);
            added = page.url();
            assert.doesNotMatch(await main.innerText(), /There are|the latest first/, 'Nothing stands in the record of somebody who was added just now.');
            assert.notEqual(added, child);
            await page.goto(`${server.address}/search`);
            await main.getByRole('combobox').first().fill(`${given} ${family}`);
            await page.keyboard.press('Enter');
            await main.locator(`a[href="${new URL(added).pathname}"]`).first().waitFor();
        });
    },
};
