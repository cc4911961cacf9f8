'use strict';
// A note was put on the wrong child. It is moved to the right one; what stood on the wrong record only information governance can see.
// Somebody disagrees with a note, and it says so beside it.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'A note on the wrong child, and one that somebody disagrees with',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let wrong = '';
        let right = {};
        let item = '';

        await step('records a note on the wrong child', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            const links = main.locator('tbody a[href^="/children/"]');
            wrong = await links.nth(5).evaluate((link) => link.href);
            right = await links.nth(6).evaluate((link) => ({ name: link.textContent.trim(), address: link.href }));
            await page.goto(`${wrong}/add/case_note`);
            await page.locator('#happened-day').fill('3');
            await page.locator('#happened-month').fill('3');
            await page.locator('#happened-year').fill('2026');
            await page.getByLabel('Kind of note').selectOption('call');
            await page.getByLabel('What happened').fill('The school rang.');
            await page.getByRole('button', { name: 'Save', exact: true }).click();
            await page.waitForURL(/\?saved=1$/);
            item = page.url().replace(/\?.*/, '');
        });
        await step('finds the right child', async () => {
            await page.getByRole('link', { name: 'On the wrong child? Move it' }).click();
            await axe_at_zero(page);
            await page.getByLabel('Whose record does it belong to?').fill(right.name);
            await main.getByRole('button', { name: 'Find' }).click();
            await page.getByLabel('What went wrong').waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'wrong_child');
        });
        await step('is asked for what is missing', async () => {
            await page.getByRole('button', { name: 'Move it' }).click();
            await page.getByRole('alert').waitFor();
            await axe_at_zero(page);
        });
        await step('moves it', async () => {
            await page.locator(`input[name=right][value="${right.address.split('/').pop()}"]`).check();
            await page.getByLabel('What went wrong').fill('Two children with nearly the same name.');
            await page.getByRole('button', { name: 'Move it' }).click();
            await page.waitForURL(item);
            await main.getByText('Why: Two children with nearly the same name.').waitFor();
            await axe_at_zero(page);
        });
        await step('it is off the one page and on the other', async () => {
            const path = new URL(item).pathname;
            await page.goto(wrong);
            assert.equal(await main.locator(`a[href="${path}"]`).count(), 0);
            await page.goto(right.address);
            assert.equal(await main.locator(`a[href="${path}"]`).count(), 1);
            assert.equal((await page.goto(`${item}?version=1`)).status(), 404);
        });
        await step('information governance sees where it stood', async () => {
            const governance = await open();
            await sign_in(governance, 'information governance officer');
            assert.equal((await governance.goto(`${item}?version=1`)).status(), 200);
        });
        await step('writes down that the father disagrees, beside the note', async () => {
            await page.goto(`${item}/dispute`);
            await axe_at_zero(page);
            await page.locator('#said_on-day').fill('5');
            await page.locator('#said_on-month').fill('3');
            await page.locator('#said_on-year').fill('2026');
            await page.getByLabel('Who disagrees').fill('The father');
            await page.getByLabel('What they say').fill('The school never rang.');
            await page.getByRole('button', { name: 'Save', exact: true }).click();
            await page.waitForURL(item);
            await main.getByText('The father disagrees with this').waitFor();
            await main.getByText('The school rang.').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'disputed');
        });
        await step('corrects it, saying what was wrong', async () => {
            await page.goto(`${item}/change`);
            await page.getByLabel('What happened').fill('The grandmother rang.');
            await page.getByLabel('If this puts something right').fill('It was the grandmother, not the school.');
            await page.getByRole('button', { name: 'Save', exact: true }).click();
            await page.waitForURL(/\?saved=3$/);
            await main.getByText('Why: It was the grandmother, not the school.').waitFor();
        });
    },
};
