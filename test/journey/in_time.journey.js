'use strict';
// How often this council does what no law fixes, and how that is kept: an administrator says an interval, a manager reads what was
// done in time, by month and team, down to the children behind a figure.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'An interval of the council, and how it is kept',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        await step('an administrator is told what is wrong with an interval, and then says it', async () => {
            const page = await open();
            await sign_in(page, 'administrator');
            await page.goto(`${server.address}/intervals`);
            await axe_at_zero(page);
            await page.getByRole('link', { name: 'Visit under a child protection plan' }).click();
            await page.getByLabel('How many').fill('0');
            await page.getByLabel('Why').fill('Agreed by the leadership team.');
            await page.getByRole('button', { name: 'Save' }).click();
            await page.getByRole('alert').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'interval-refused');
            assert.equal(await page.getByLabel('Why').inputValue(), 'Agreed by the leadership team.');
            await page.getByLabel('How many').fill('15');
            const today = new Date();
            await page.locator('#from-day').fill(String(today.getDate()));
            await page.locator('#from-month').fill(String(today.getMonth() + 1));
            await page.locator('#from-year').fill(String(today.getFullYear()));
            await page.getByRole('button', { name: 'Save' }).click();
            await page.getByText('See a child with a protection plan every 15 working days').waitFor();
            await keyboard_walk(page);
            await screenshot(page, 'intervals');
        });
        await step('a manager reads what was done in time, on a phone too', async () => {
            for (const size of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
                const page = await open(size);
                await sign_in(page, 'service manager');
                await page.goto(`${server.address}/in-time`);
                await page.getByRole('heading', { name: 'Done in time' }).waitFor();
                await axe_at_zero(page);
                await screenshot(page, `in-time-${size.width}`);
                await page.getByRole('link', { name: 'Visit under a child protection plan' }).click();
                await page.getByText('By the month in which it was due').waitFor();
                await axe_at_zero(page);
                await screenshot(page, `in-time-one-${size.width}`);
            }
        });
        await step('narrows it down to a team, and comes to a child behind the figure', async () => {
            const page = await open();
            await sign_in(page, 'service manager');
            await page.goto(`${server.address}/in-time/protection_visit`);
            const team = page.getByLabel('Team', { exact: true });
            const names = await team.locator('option').allTextContents();
            await team.selectOption(names[1]);
            await page.getByRole('button', { name: 'Apply filters' }).click();
            await page.waitForURL(/team=/);
            await page.getByText(new RegExp(`, ${names[1]}\\.`)).waitFor();
            await page.goto(`${server.address}/in-time/protection_visit?state=late`);
            await page.getByRole('main').locator('a[href^="/children/"]').first().click();
            await page.waitForURL(/\/children\/[0-9a-f]{32}$/);
        });
        await step('takes the children behind a figure away for the board, by their numbers', async () => {
            const page = await open();
            await sign_in(page, 'service manager');
            await page.goto(`${server.address}/in-time/protection_visit?state=late`);
            await page.getByRole('link', { name: 'Download for a spreadsheet' }).click();
            await axe_at_zero(page);
            await page.getByLabel('Who it is for').fill('The board');
            const download = page.waitForEvent('download');
            await page.getByRole('button', { name: 'Download for a spreadsheet (CSV)' }).click();
            assert.equal((await download).suggestedFilename(), 'done-in-time.csv');
        });
        await step('is told about a day that is none', async () => {
            const page = await open();
            await sign_in(page, 'service manager');
            await page.goto(`${server.address}/in-time?from=32%2F1%2F2026`);
            await page.getByText('Enter both days like 27/3/2025').waitFor();
            await axe_at_zero(page);
        });
    },
};
