'use strict';
// One visit to a family is written once and goes into each child's file; what is about one of them alone into that one's.

const assert = require('node:assert/strict');
const { axe_at_zero, screenshot } = require('./page.js');

module.exports = {
    name: 'A visit to several children, written once',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';
        let other = {};

        await step('opens the whole form of a visit', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            const links = main.locator('tbody a[href^="/children/"]');
            child = await links.nth(3).evaluate((link) => link.href);
            other = await links.nth(4).evaluate((link) => ({ name: link.textContent.trim(), id: link.href.split('/').pop() }));
            await page.goto(`${child}/add/visit`);
            await page.getByLabel('What happened').fill('All of them were at the table.');
            await axe_at_zero(page);
        });
        await step('finds another child by name, and what was typed stays', async () => {
            if (await page.locator(`input[name=children][value="${other.id}"]`).count() === 0) {
                await page.getByText('Add another child').click();
                await page.getByLabel('Name, date of birth or number').fill(other.name);
                await page.getByRole('button', { name: 'Find' }).click();
                await page.locator(`input[name=children][value="${other.id}"]`).waitFor();
                assert.equal(await page.getByLabel('What happened').inputValue(), 'All of them were at the table.');
                await page.getByLabel('Name, date of birth or number').fill('');
            }
        });
        await step('is told under the button whose files it will be in, as it is ticked', async () => {
            await page.locator(`input[name=children][value="${other.id}"]`).check();
            await page.getByText(/^This will be in the files of .* and /).waitFor();
            assert.match(await page.locator('[data-goes-into]').innerText(), new RegExp(other.name));
            await axe_at_zero(page);
            await screenshot(page, 'visit_to_several');
        });
        await step('says of each who was seen, and saves', async () => {
            await page.locator('#happened-day').fill('30');
            await page.locator('#happened-month').fill('3');
            await page.locator('#happened-year').fill('2026');
            for (const radio of await page.getByRole('radio', { name: /^Seen alone/ }).all()) if (await radio.isVisible()) await radio.check();
            await page.locator(`#about-${other.id}-child_words`).fill('I want a cat.');
            await page.getByRole('button', { name: 'Save', exact: true }).click();
            await page.waitForURL(/\?saved=1$/);
            await main.getByText(`Only about ${other.name}`).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'visit_to_several_saved');
        });
        await step('finds the same entry on both children\'s pages', async () => {
            const item = new URL(page.url()).pathname;
            for (const address of [child, `${server.address}/children/${other.id}`]) {
                await page.goto(address);
                assert.ok(await main.locator(`a[href="${item}"]`).count() >= 1, address);
            }
        });
        await step('writes a summary and a key event of it', async () => {
            await page.goto(child);
            await axe_at_zero(page);
            await page.getByRole('link', { name: 'Write a case summary' }).click();
            await page.getByLabel('Summary').fill('A boy of seven who loves cats.');
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Save', exact: true }).click();
            await page.waitForURL(/\?saved=1$/);
            await page.goto(child);
            await main.getByText('A boy of seven who loves cats.').waitFor();
            await page.getByRole('link', { name: 'Add a key event' }).click();
            await page.locator('#happened-year').fill('2019');
            await page.locator('#happened-month').fill('6');
            await page.locator('#happened-day').fill('1');
            await page.getByLabel('What happened').fill('Moved to his grandmother.');
            await page.getByLabel('What it meant for the child').fill('The first home where he slept through.');
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Save', exact: true }).click();
            await page.waitForURL(/\?saved=1$/);
            await page.goto(child);
            await main.getByText('The first home where he slept through.').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'summary_and_key_events');
            await page.setViewportSize({ width: 320, height: 640 });
            await screenshot(page, 'summary_and_key_events_on_a_phone');
        });
    },
};
