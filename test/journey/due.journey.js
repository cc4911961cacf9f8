'use strict';
// What is due from all duties on one list: a worker's own children, then a manager's teams; from a line of it to the form that does it.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'What is due, on one list',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        await step('a social worker opens it by keys and records what a line asks for', async () => {
            const page = await open();
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/`);   // Keys do something once the page is there whole.
            await page.keyboard.press('g');
            await page.keyboard.press('d');
            await page.waitForURL(`${server.address}/due`);
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'due');
            await page.getByLabel('When').selectOption('Everything');
            await page.getByLabel('What', { exact: true }).selectOption('Visit under a child in need plan');
            await page.getByRole('button', { name: 'Apply filters' }).click();
            await page.waitForURL(/when=all/);
            const row = page.getByRole('main').locator('tbody tr').first();
            await row.getByText('Visit under a child in need plan').first().waitFor();
            await row.getByRole('link', { name: 'Record it' }).click();
            await page.getByLabel('What happened').waitFor();
        });
        await step('a manager reads it for a team, on a phone and without scripts', async () => {
            const page = await open({ width: 320, height: 640, scripts: false });
            await sign_in(page, 'team manager');
            await page.goto(`${server.address}/due`);
            const names = await page.getByLabel('Whose children').locator('option').allTextContents();
            assert.equal(names[0], 'Mine');
            await page.getByLabel('Whose children').selectOption(names[1]);
            await page.getByRole('button', { name: 'Apply filters' }).click();
            await page.waitForURL(/team=/);
            await page.getByRole('main').locator('tbody a[href^="/children/"]').first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'due-phone');
        });
        await step('a social worker has it in the calendar of their phone, without a name, until they take it back', async () => {
            const page = await open();
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/due`);
            await page.getByRole('link', { name: 'Have it in your own calendar' }).click();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await page.getByRole('button', { name: 'Make an address' }).click();
            const address = await page.getByLabel('The address').inputValue();
            assert.match(address, new RegExp(`^${server.address}/calendar/[-_A-Za-z0-9]{43}$`));
            await axe_at_zero(page);
            await screenshot(page, 'calendar');
            const fetched = await fetch(address);
            assert.match(fetched.headers.get('content-type'), /^text\/calendar/);
            const file = (await fetched.text()).replace(/\r\n /g, ''); // Long lines are folded (RFC 5545, 3.1).
            assert.match(file, /SUMMARY:(Due: .+ \(\d+ child|\d+ things? (is|are) overdue)/);
            assert.doesNotMatch(file, /children\//);
            await page.goto(`${server.address}/calendar`);
            await page.getByRole('button', { name: 'Take the address back' }).click();
            await page.getByText('The address is taken back').waitFor();
            await axe_at_zero(page);
            assert.equal((await fetch(address)).status, 404);
        });
        await step('somebody without children is told why nothing is there', async () => {
            const page = await open();
            await sign_in(page, 'service manager');
            await page.goto(`${server.address}/due`);
            await page.getByText('Nothing of this is owed to a child whom you work with').waitFor();
            await axe_at_zero(page);
        });
    },
};
