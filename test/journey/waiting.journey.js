'use strict';
// A manager opens Steadfast at eight in the morning: what waits for them is in one place, each line the way to where it is done.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

const waiting = (page) => page.locator('#waiting');

module.exports = {
    name: 'What waits for a manager',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        await step('a manager sees what is to be decided, authorised and given to a worker, and who is late', async () => {
            const page = await open();
            await sign_in(page, 'team manager');
            await page.goto(`${server.address}/`);
            await waiting(page).getByRole('heading', { name: 'Waiting for you' }).waitFor();
            await waiting(page).getByRole('link', { name: /contacts? waits? for a decision/ }).waitFor();
            await waiting(page).getByText(/things? (is|are) overdue/).first().waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'waiting');
            await waiting(page).getByRole('link', { name: /waits? for a worker in/ }).first().click();
            await page.waitForURL(/\/board\?team=/);
            await page.getByRole('heading', { name: 'Waiting for a worker' }).waitFor();
        });
        await step('and on a phone, without scripts, goes to the worker who is late and to whom it is about', async () => {
            const page = await open({ width: 320, height: 640, scripts: false });
            await sign_in(page, 'team manager');
            await page.goto(`${server.address}/`);
            await axe_at_zero(page);
            await screenshot(page, 'waiting-phone');
            await waiting(page).locator('a[href^="/board/workers/"]').first().click();
            await page.waitForURL(/\/board\/workers\//);
            await page.getByRole('main').locator('a[href^="/children/"]').first().waitFor();
        });
        await step('a social worker has their own children there, and no list of what others decide', async () => {
            const page = await open();
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/`);
            await page.getByText(/^My children/).first().waitFor();
            assert.equal(await waiting(page).count(), 0);
        });
    },
};
