'use strict';
// Four years of small things in one family, each recorded in a minute; what they come to is seen on one line, in the grades of care, and in
// sentences on the manager's board before there is a crisis.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

const main = (page) => page.getByRole('main');

module.exports = {
    name: 'Neglect over four years',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const to = async (page, address) => page.goto(`${server.address}${address}`);
        const today = new Date();
        const days_ago = (days) => new Date(today.getTime() - days * 86_400_000);
        const worker = await open({ width: 390, height: 844 });
        let child = '';

        /// The last date on the form: the search box and other fields have none.
        const type_day = async (page, day) => {
            await page.getByLabel('Day', { exact: true }).first().fill(String(day.getDate()));
            await page.getByLabel('Month', { exact: true }).first().fill(String(day.getMonth() + 1));
            await page.getByLabel('Year', { exact: true }).first().fill(String(day.getFullYear()));
        };
        const add_sign = async (page, day, kind, line, with_siblings) => {
            await to(page, `${child}/care`);
            await main(page).getByRole('link', { name: 'Add a small sign' }).click();
            if (with_siblings) for (const box of await page.locator('input[name=children]').all()) await box.check();
            await type_day(page, day);
            await page.getByLabel('What was seen').selectOption({ label: kind });
            await page.getByLabel('In a line').fill(line);
            await main(page).getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.waitForURL(/\/items\/[0-9a-f]{32}/);
        };
        const add_profile = async (page, day, grades) => {
            await to(page, `${child}/care`);
            await main(page).getByRole('link', { name: 'Do a profile of care' }).click();
            await type_day(page, day);
            for (const [part, grade] of Object.entries(grades)) {
                const button = page.locator(`input[type=radio][name=${part}][value="${grade}"]`);
                if (await button.count()) await button.check();
                else await page.locator(`select[name=${part}]`).selectOption(grade);
            }
            await page.getByLabel('What was seen and heard, with days').fill('Seen on three visits, one of them unannounced.');
            await main(page).getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.waitForURL(/\/items\/[0-9a-f]{32}/);
        };

        await step('a social worker opens a child with brothers and sisters, of whom nothing of this is recorded', async () => {
            await sign_in(worker, 'social worker');
            await to(worker, '/');
            const children = await main(worker).locator('tbody a[href^="/children/"]').evaluateAll((links) => links.map((one) => one.getAttribute('href')));
            for (const one of children) {
                child = one;
                await to(worker, `${one}/add/small_sign`);
                if ((await worker.locator('input[name=children]').count()) < 1) continue;
                await to(worker, `${one}/care`);
                if ((await main(worker).locator('svg circle').count()) === 0 && (await main(worker).getByText('No profile of care has been done.').count()) > 0) break;
            }
            await to(worker, `${child}/care`);
            await main(worker).getByRole('heading', { level: 1, name: 'Care over time' }).waitFor();
            await axe_at_zero(worker);
        });
        await step('each small thing takes a minute, on a phone, for one child or for all of them', async () => {
            await add_sign(worker, days_ago(1430), 'Hungry, or food that is not for a child', 'Asked for a second breakfast.', true);
            await add_sign(worker, days_ago(1100), 'Dirty, smelling or not dressed for the weather', 'Sandals in January.', false);
            await add_sign(worker, days_ago(700), 'Health appointment missed, or not treated', 'The third letter of the hearing clinic.', false);
            await add_sign(worker, days_ago(150), 'Not at school or nursery, late, or not fetched', 'Fetched at twenty to five.', true);
            await add_sign(worker, days_ago(90), 'Teeth', 'Toothache for weeks.', false);
            await add_sign(worker, days_ago(20), 'Health appointment missed, or not treated', 'The dentist was missed.', false);
        });
        await step('care is graded with the parents, and again, and it got worse', async () => {
            await add_profile(worker, days_ago(200), { food: '3', home: '4', health: '3', learning: '2' });
            await add_profile(worker, days_ago(30), { food: '3', home: '3', health: '5', learning: '3' });
        });
        await step('the years stand on one line, and what to stop and think about in sentences', async () => {
            await worker.setViewportSize({ width: 1280, height: 900 });
            await to(worker, `${child}/care`);
            await worker.getByText('Health or school was missed 3 times in half a year.').waitFor();
            await worker.getByText(/the care is graded worse in 2 of 9 parts, and better in 1\./).waitFor();
            assert.equal(await main(worker).locator('svg circle').count(), 6);
            for (const year of new Set([days_ago(1430), days_ago(700), today].map((day) => day.getFullYear()))) await main(worker).getByRole('columnheader', { name: String(year), exact: true }).waitFor();
            await axe_at_zero(worker);
            await keyboard_walk(worker);
            await screenshot(worker, 'neglect');
        });
        await step('a brother or sister has what was about them all, and nothing else', async () => {
            await to(worker, `${child}/add/small_sign`);
            const sibling = await worker.locator('input[name=children]').first().getAttribute('value');
            const before = child;
            await to(worker, `/children/${sibling}/care`);
            await main(worker).getByRole('rowheader', { name: 'Hungry, or food that is not for a child' }).waitFor();
            assert.equal(await main(worker).getByText('Sandals in January.').count(), 0);
            assert.equal(await main(worker).getByText(/graded worse/).count(), 0);
            child = before;
        });
        await step('their manager sees it on the board, on a phone without scripts', async () => {
            const manager = await open({ width: 320, height: 640, scripts: false });
            await sign_in(manager, 'team manager');
            await to(manager, '/board');
            await manager.getByText(/^Stop and think: \d+ child/).click();
            await main(manager).locator(`a[href="${child}/care"]`).waitFor();
            await axe_at_zero(manager);
            await screenshot(manager, 'neglect-board');
        });
    },
};
