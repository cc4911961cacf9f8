'use strict';
// A governance officer joins two records of one person and takes that back: a merge undone.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'Two records are joined and taken apart again',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';
        let added = '';

        await step('a social worker makes a second record of a child', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            const row = main.locator('tbody tr').filter({ hasText: /\d{4}, aged/ }).last();
            const link = row.locator('a[href^="/children/"]');
            child = await link.evaluate((anchor) => anchor.href);
            const [given, ...family] = (await link.innerText()).trim().split(' ');
            const [day, month, year] = (await row.locator('td').first().innerText()).replace(/,.*/, '').split(' ');
            await page.goto(`${server.address}/people/add`);
            await main.getByLabel('Given names').fill(given);
            await main.getByLabel('Family name').fill(family.join(' '));
            await main.getByRole('group', { name: 'Date of birth', exact: true }).getByLabel('Day').fill(day);
            await main.getByRole('group', { name: 'Date of birth', exact: true }).getByLabel('Month').fill(month);
            await main.getByRole('group', { name: 'Date of birth', exact: true }).getByLabel('Year').fill(year);
            await main.getByRole('button', { name: 'Look for them first' }).click();
            await main.getByRole('button', { name: /add a new record/i }).click();
            await page.waitForURL(/\/children\/[0-9a-f]{32}$/);
            added = page.url();
        });

        const officer = await open();
        const desk = officer.getByRole('main');
        await step('a governance officer finds the pair, and compares the two', async () => {
            await sign_in(officer, 'information governance officer');
            await officer.goto(`${server.address}/people/duplicates`);
            await axe_at_zero(officer);
            await screenshot(officer, 'duplicates');
            await officer.setViewportSize({ width: 320, height: 800 });
            await screenshot(officer, 'duplicates-phone');
            await officer.setViewportSize({ width: 1280, height: 800 });
            await officer.goto(`${child}/same`);
            await axe_at_zero(officer);
            await desk.locator(`a[href="${new URL(child).pathname}/same/${added.split('/').pop()}"]`).click();
            await desk.getByRole('heading', { name: 'One person or two?' }).waitFor();
            await axe_at_zero(officer);
            await keyboard_walk(officer);
            await screenshot(officer, 'two_records');
            await officer.setViewportSize({ width: 320, height: 800 });
            await screenshot(officer, 'two_records-phone');
            await officer.setViewportSize({ width: 1280, height: 800 });
        });
        await step('is told what is missing, then what it will do, and joins them', async () => {
            await desk.getByRole('button', { name: 'See what this will do' }).click();
            await officer.getByRole('alert').waitFor();
            await axe_at_zero(officer);
            await desk.getByRole('radio').first().check();
            await desk.getByLabel('How is it known that they are one person?').fill('The school has one pupil of this name');
            await desk.getByRole('button', { name: 'See what this will do' }).click();
            await desk.getByText('It can be taken back at any time').waitFor();
            await axe_at_zero(officer);
            await screenshot(officer, 'what_joining_does');
            await desk.getByRole('button', { name: 'Join the records' }).click();
            await officer.waitForURL(child);
            await desk.getByText(/joined the record of/).waitFor();
            await axe_at_zero(officer);
            await officer.goto(added);
            await desk.getByText(/joined the record of/).waitFor(); // The other's address leads to the one kept.
        });
        await step('takes them apart again: each is as before, and the record says so', async () => {
            await officer.goto(child);
            await desk.getByRole('link', { name: 'Take them apart again' }).click();
            await axe_at_zero(officer);
            await desk.getByRole('button', { name: 'Take the records apart' }).click();
            await officer.getByRole('alert').waitFor();
            await axe_at_zero(officer);
            await desk.getByLabel('Why are they two people after all?').fill('Cousins of one name');
            await desk.getByRole('button', { name: 'Take the records apart' }).click();
            await officer.waitForURL(child);
            await desk.getByText(/taken apart again on/).waitFor();
            await axe_at_zero(officer);
            await screenshot(officer, 'taken_apart');
            await page.goto(added);
            await main.getByText(/taken apart again on/).waitFor();
        });
        await step('says that they are two, and is not asked again', async () => {
            await officer.goto(`${child}/same/${added.split('/').pop()}`);
            await desk.getByRole('button', { name: 'They are two people' }).click();
            await officer.getByRole('alert').waitFor();
            await desk.getByLabel('How is it known that they are two people?').fill('Cousins of one name');
            await desk.getByRole('button', { name: 'They are two people' }).click();
            await officer.waitForURL(/\/people\/duplicates$/);
            assert.equal(await desk.locator(`a[href*="${added.split('/').pop()}"]`).count(), 0);
        });
    },
};
