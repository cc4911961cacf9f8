'use strict';
// Two workers write on one note. Each is told of the other, sees both texts and chooses; a change that was a slip is taken back.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'Two workers on one note',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const colleague = await open({ width: 320 });
        const main = page.getByRole('main');
        const words = (where) => where.getByLabel('What happened');
        const save = (where) => where.getByRole('button', { name: 'Save', exact: true }).click();
        const kept = (where) => where.getByText(/^Saved \d\d:\d\d as your draft/).waitFor();
        let item = '';

        await step('one records a note', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            const child = await main.locator('tbody a[href^="/children/"]').nth(1).evaluate((link) => link.href);
            await page.goto(`${child}/add/case_note`);
            await page.locator('#happened-day').fill('3');
            await page.locator('#happened-month').fill('3');
            await page.locator('#happened-year').fill('2026');
            await page.getByLabel('Kind of note').selectOption('call');
            await words(page).fill('Mother rang about school.');
            await save(page);
            await page.waitForURL(/\?saved=1$/);
            item = page.url().replace(/\?.*/, '');
        });
        await step('both open it, and the second is told of the first', async () => {
            await page.goto(`${item}/change`);
            await words(page).fill('Mother rang about school. She will ring again on Monday.');
            await kept(page);
            await sign_in(colleague, 'team manager');
            await colleague.goto(`${item}/change`);
            await colleague.getByText(/has unsaved text here since \d\d:\d\d/).waitFor();
            await axe_at_zero(colleague);
        });
        await step('the second saves first', async () => {
            await words(colleague).fill('Mother rang about school. The school had rung her.');
            await save(colleague);
            await colleague.waitForURL(/\?saved=2$/);
        });
        await step('the first sees both texts, and must choose', async () => {
            await save(page);
            await page.getByText('saved this while you were writing').waitFor();
            await main.getByText('The school had rung her.').waitFor();
            await main.getByText('She will ring again on Monday.').waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'two_texts');
            await page.setViewportSize({ width: 320, height: 800 });
            await screenshot(page, 'two_texts_on_a_phone');
            await page.setViewportSize({ width: 1280, height: 800 });
            await save(page);
            await page.getByRole('alert').waitFor();
            await axe_at_zero(page);
        });
        await step('keeps both, and nothing that either wrote is lost', async () => {
            await page.getByLabel('Keep both, theirs first').check();
            await save(page);
            await page.waitForURL(/\?saved=3$/);
            const text = await main.innerText();
            assert.match(text, /The school had rung her\.\s+Mother rang about school\. She will ring again on Monday\./);
            await axe_at_zero(page);
            await screenshot(page, 'saved_undo');
        });
        await step('takes it back, and the text before it stands again', async () => {
            await page.getByRole('button', { name: 'Undo' }).click();
            await page.waitForURL(item);
            assert.doesNotMatch(await main.locator('.govuk-summary-list').first().innerText(), /ring again on Monday/);
        });
    },
};
