'use strict';
// A social worker records something, changes it, meets a colleague's change and takes it off again; nothing typed is lost.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

async function type_day(page, name, [day, month, year]) {
    await page.locator(`#${name}-day`).fill(day);
    await page.locator(`#${name}-month`).fill(month);
    await page.locator(`#${name}-year`).fill(year);
}

module.exports = {
    name: 'A social worker records, changes and takes off an entry',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();
        let child = '';
        let item = '';

        await step('opens a child and chooses what to record', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            child = await main.locator('tbody a[href^="/children/"]').first().evaluate((link) => link.href);
            await page.goto(child);
            await page.getByText('Record something').click();
            await main.getByRole('link', { name: 'Deprivation of liberty order' }).first().click();
            await page.getByText('This will be in the file of').waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
        });
        await step('is told what is missing, where it is missing', async () => {
            await save();
            await page.getByRole('alert').waitFor();
            await axe_at_zero(page);
        });
        await step('saves, and sees the entry with who recorded it', async () => {
            await type_day(page, 'began', ['3', '3', '2026']);
            const kinds = page.getByRole('radio');
            if (await kinds.count() > 0) await kinds.first().check();
            await save();
            await page.waitForURL(/\/items\/[0-9a-f]{32}\?saved=1$/);
            item = page.url().replace(/\?.*/, '');
            await page.getByRole('button', { name: 'Undo' }).waitFor();
            await main.getByText('Tue 3 March 2026').first().waitFor();
            await axe_at_zero(page);
        });
        await step('finds it once on the child\'s page', async () => {
            await page.goto(child);
            assert.equal(await main.locator(`a[href="${new URL(item).pathname}"]`).count(), 1);
        });
        await step('changes it while a colleague does, loses nothing and sees both', async () => {
            await page.goto(`${item}/change`);
            const colleague = await open();
            await sign_in(colleague, 'team manager');
            await colleague.goto(`${item}/change`);
            await type_day(colleague, 'ended', ['5', '3', '2026']);
            await colleague.getByRole('button', { name: 'Save', exact: true }).click();
            await colleague.waitForURL(`${item}?saved=2`);

            await type_day(page, 'ended', ['6', '3', '2026']);
            await save();
            await page.getByText('saved this while you were writing').waitFor();
            await main.getByText('Thu 5 March 2026').waitFor();
            await main.getByText('Fri 6 March 2026').waitFor();
            await axe_at_zero(page);
            await page.getByLabel('Keep mine').check();
            await save();
            await page.waitForURL(`${item}?saved=3`);
            await main.getByText('Fri 6 March 2026').first().waitFor();
        });
        await step('looks at two versions side by side', async () => {
            await main.getByRole('link', { name: /^Compare/ }).first().click();
            await main.getByText('Thu 5 March 2026').first().waitFor();
            await main.getByText('Fri 6 March 2026').first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'versions');
        });
        await step('takes it off the record, saying why', async () => {
            await page.goto(`${item}/withdraw`);
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Take it off the record' }).click();
            await page.getByRole('alert').waitFor();
            await page.getByLabel('What was wrong').fill('This was about another child.');
            await page.getByRole('button', { name: 'Take it off the record' }).click();
            await page.waitForURL(child);
            assert.equal(await main.locator(`a[href="${new URL(item).pathname}"]`).count(), 0);
            assert.equal((await page.goto(item)).status(), 404);
        });
        await step('information governance still finds it, and why', async () => {
            const governance = await open();
            await sign_in(governance, 'information governance officer');
            await governance.goto(item);
            await governance.getByText('This was about another child.').first().waitFor();
            await axe_at_zero(governance);
        });
    },
};
