'use strict';
// At an adoption order a child's record is sealed and a new person begins. Only the adoption worker who was named for it finds the way
// from one to the other.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'A record is sealed at an adoption order, and a new person begins',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const officer = await open();
        const adoption = await open({ width: 320 });
        const main = (page) => page.getByRole('main');
        let child = '';
        let new_record = '';

        await step('a governance officer names an adoption worker for a child who is adopted', async () => {
            await sign_in(officer, 'information governance officer');
            await officer.goto(`${server.address}/people?order=age`);
            child = await main(officer).locator('tbody a[href^="/children/"]').nth(1).evaluate((link) => link.href);
            await officer.goto(`${child}/access`);
            await main(officer).getByText('Name an adoption worker for the sealed record first.').waitFor();
            const chosen = main(officer).getByLabel('Who may see it').locator('option', { hasText: /Adoption worker/ }).first();
            await main(officer).getByLabel('Who may see it').selectOption(await chosen.getAttribute('value'));
            await main(officer).getByLabel('A record sealed at adoption').check();
            await main(officer).getByLabel('Why they are named').fill('They work on this adoption.');
            await main(officer).getByRole('button', { name: 'Name them' }).click();
            await main(officer).getByRole('button', { name: 'Seal this record and begin the new one' }).waitFor();
            await keyboard_walk(officer);
        });
        await step('is asked for the new names, and seals the record: it is gone for them', async () => {
            await main(officer).getByRole('button', { name: 'Seal this record and begin the new one' }).click();
            await officer.getByRole('alert').waitFor();
            await axe_at_zero(officer);
            await screenshot(officer, 'adoption-seal');
            await main(officer).getByLabel('Given names after the order').fill('Rosalind');
            await main(officer).getByLabel('Family name after the order').fill('Thistlethwaite');
            await main(officer).getByRole('button', { name: 'Seal this record and begin the new one' }).click();
            await officer.waitForURL(`${server.address}/`);
            assert.equal((await officer.goto(child)).status(), 404);
        });
        await step('a social worker finds the new person, and nothing that leads back', async () => {
            const page = await open();
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/search`);
            await main(page).getByRole('combobox').first().fill('rosalind thistlethwaite');
            await main(page).getByRole('button', { name: 'Search' }).click();
            await main(page).locator('tbody').getByRole('link', { name: 'Rosalind Thistlethwaite' }).click();
            await page.waitForURL(/\/children\/[0-9a-f]{32}$/);
            new_record = page.url();
            assert.notEqual(new_record, child);
            assert.equal(await page.getByText('adoption order').count(), 0);
            assert.ok(!(await page.content()).includes(child.split('/').pop()), 'The page holds the id of the sealed record.');
            assert.equal((await page.goto(child)).status(), 404);
        });
        await step('the adoption worker finds both, and the way between them', async () => {
            await sign_in(adoption, 'adoption worker');
            await adoption.goto(new_record);
            await main(adoption).getByText('This record began at an adoption order.').waitFor();
            await axe_at_zero(adoption);
            await screenshot(adoption, 'adoption-new-record-phone');
            await main(adoption).locator(`a[href="${new URL(child).pathname}"]`).click();
            await adoption.waitForURL(child);
            await main(adoption).getByText('This record was sealed at an adoption order.').waitFor();
            await axe_at_zero(adoption);
        });
    },
};
