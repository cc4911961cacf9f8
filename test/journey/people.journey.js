'use strict';
// A social worker puts a child's family together by hand, sees it drawn and as a table, and keeps where they live from others.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot, weight } = require('./page.js');

const longest_page = 50 * 1024;

module.exports = {
    name: 'A social worker builds a family of five, and hides where it lives',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        const save = () => main.getByRole('button', { name: 'Save' }).click();
        const people = {};
        let child = '';

        /// Adds somebody who is not on record yet to the family of whom the page is about.
        async function add_somebody_new(of, { given, family, sex, kind, is }) {
            await page.goto(`${of}/family/add`);
            await main.getByLabel('Who is it?').fill(`${given} ${family}`);
            await main.getByRole('button', { name: 'Search' }).click();
            await main.getByRole('radio', { name: 'None of these: somebody who is not on record yet' }).check();
            await main.getByLabel('Given name').fill(given);
            await main.getByLabel('Family name').fill(family);
            await main.getByRole('radio', { name: kind }).check();
            await main.getByRole('radio', { name: sex, exact: true }).check();
            await main.getByLabel(/^What are they to/).selectOption({ label: is });
            await save();
            await page.waitForURL(/\/family$/);
            people[given] = await main.getByRole('link', { name: `${given} ${family}`, exact: true }).first().evaluate((link) => link.href);
        }

        await step('opens a child who came alone: nobody is on record, and the page says so', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/lists`);
            await main.getByRole('link', { name: /^Unaccompanied/ }).first().click();
            child = await main.locator('tbody a[href^="/children/"]').first().evaluate((link) => link.href);
            await page.goto(child);
            await main.getByRole('heading', { name: 'Who is who' }).waitFor();
            await axe_at_zero(page);
            await page.goto(`${child}/family`);
            await page.getByText('It is drawn as soon as one relative is on record.').waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
        });
        await step('is asked whom before anything else, and told what is missing where it is missing', async () => {
            await main.getByRole('button', { name: 'Add a relative' }).or(main.getByRole('link', { name: 'Add a relative' })).click();
            await main.getByRole('button', { name: 'Search' }).click();
            await page.getByRole('alert').waitFor();
            await axe_at_zero(page);
            await main.getByLabel('Who is it?').fill('Zebunnisa Testfamily');
            await main.getByRole('button', { name: 'Search' }).click();
            await main.getByRole('radio', { name: 'None of these: somebody who is not on record yet' }).waitFor();
            await axe_at_zero(page);
            await main.getByLabel('Given name').fill('Zebunnisa');
            await save();
            await page.getByRole('alert').waitFor();
            assert.equal(await main.getByLabel('Given name').inputValue(), 'Zebunnisa');
            await axe_at_zero(page);
            await screenshot(page, 'relative');
        });
        await step('adds mother, father and sister, and through the mother a grandmother', async () => {
            await add_somebody_new(child, { given: 'Zebunnisa', family: 'Testfamily', sex: 'Female', kind: 'An adult', is: 'Parent' });
            await add_somebody_new(child, { given: 'Yorick', family: 'Testfamily', sex: 'Male', kind: 'An adult', is: 'Parent' });
            await add_somebody_new(people.Zebunnisa, { given: 'Xanthe', family: 'Testfamily', sex: 'Female', kind: 'A child, or not yet born', is: 'Child' });
            await add_somebody_new(people.Zebunnisa, { given: 'Wilhelmina', family: 'Testfamily', sex: 'Female', kind: 'An adult', is: 'Parent' });
        });
        await step('finds the father, who is on record by now, and says that the parents are married', async () => {
            await page.goto(`${people.Zebunnisa}/family/add`);
            await main.getByLabel('Who is it?').fill('yorick test');
            await main.getByRole('button', { name: 'Search' }).click();
            await main.getByRole('radio', { name: 'Yorick Testfamily' }).check();
            await main.getByLabel(/^What are they to/).selectOption('married');
            await save();
            await page.waitForURL(/\/family$/);
        });
        await step('sees the five drawn, and the same as a table', async () => {
            await page.goto(`${child}/family`);
            await main.getByRole('img', { name: /^Genogram of/ }).waitFor();
            assert.equal(await main.locator('svg circle').count() >= 3, true, 'Three of them are girls or women.');
            for (const [name, is] of [['Zebunnisa', 'Mother'], ['Yorick', 'Father'], ['Xanthe', /[Ss]ister/], ['Wilhelmina', 'Grandmother']])
                await main.getByRole('row', { name: new RegExp(`${name} Testfamily`) }).getByText(is).first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'family');
            const bytes = await weight(open, page.url(), await page.context().cookies());
            assert.ok(bytes < longest_page, `The family page takes ${bytes} bytes.`);
        });
        await step('records once where child and mother live', async () => {
            await page.goto(`${child}/family/address`);
            await axe_at_zero(page);
            await main.getByRole('checkbox', { name: 'Zebunnisa Testfamily' }).check();
            await main.getByLabel('House and street').fill('12 Quillfeather Lane');
            await main.getByLabel('Postcode').fill('zz1 2a');
            await save();
            await page.getByRole('alert').waitFor();
            await axe_at_zero(page);
            await main.getByLabel('Postcode').fill('zz12ab');
            await save();
            await page.waitForURL(/\/family$/);
            await page.getByText('12 Quillfeather Lane, ZZ1 2AB').first().waitFor();
            await main.getByRole('row', { name: /Zebunnisa/ }).getByText('Yes').first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'home');
        });
        const analyst = await open();
        await step('a colleague sees it, until it is made confidential', async () => {
            await sign_in(analyst, 'performance analyst');
            await analyst.goto(child);
            await analyst.getByText('12 Quillfeather Lane').first().waitFor();

            await main.getByRole('link', { name: 'Open this address' }).first().click();
            const address = page.url();
            const saved = (url) => url.href.startsWith(`${address}?saved`);
            await main.getByRole('link', { name: 'Change' }).or(main.getByRole('button', { name: 'Change' })).first().click();
            await main.getByRole('group', { name: 'Keep this address confidential' }).getByRole('radio', { name: 'Yes' }).check();
            await save();
            await page.getByRole('alert').waitFor();
            await main.getByLabel('Why it is confidential').fill('Nobody may learn where they live');
            await save();
            await page.waitForURL(saved);

            for (const place of [child, `${child}/family`, people.Zebunnisa, `${people.Zebunnisa}/family`]) {
                await analyst.goto(place);
                assert.doesNotMatch(await analyst.content(), /Quillfeather|ZZ1 2AB/, place);
            }
            assert.equal((await analyst.goto(address)).status(), 404);
            assert.equal((await analyst.goto(`${address}?version=1`)).status(), 404);
        });
        await step('still sees it who recorded it, marked as confidential', async () => {
            await page.goto(`${child}/family`);
            await page.getByText('12 Quillfeather Lane').first().waitFor();
            await main.getByText('Confidential', { exact: true }).first().waitFor();
            await axe_at_zero(page);
        });
    },
};
