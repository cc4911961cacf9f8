'use strict';
// A school says that a pupil has lived with a friend of her mother's since the autumn: what the council came to know, the visit that it owes within
// seven working days, and the next one. She is new to the council: of a child whom it knows, a visit of another kind may already have been made.

const assert = require('node:assert/strict');
const { save, type_day } = require('./forms.js');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'Private fostering that a school found',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';

        await step('puts a pupil on record whom nobody knew', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people/add`);
            await main.getByLabel('Given names').fill('Ottoline');
            await main.getByLabel('Family name').fill('Marchbanks');
            const born = main.getByRole('group', { name: 'Date of birth', exact: true });
            await born.getByLabel('Day').fill('9');
            await born.getByLabel('Month').fill('5');
            await born.getByLabel('Year').fill('2016');
            await main.getByRole('button', { name: 'Look for them first' }).click();
            await main.getByRole('button', { name: /add a new record/i }).click();
            await page.waitForURL(/\/children\/[0-9a-f]{32}$/);
            child = page.url();
        });
        await step('begins it on the child\'s page, by keyboard alone', async () => {
            assert.ok(await page.locator('a[href$="/add/private_fostering"]').count() > 0, 'The child\'s page does not lead to it.');
            await page.goto(`${child}/add/private_fostering`);
            await keyboard_walk(page);
            await axe_at_zero(page);
        });
        await step('is asked since when we know, and loses nothing', async () => {
            await page.locator('[name=told_by]').selectOption('school');
            await type_day(page, 'told_on', [30, 3, 2026]);
            await page.locator('input[name=was_proposed][value=no]').check();
            await page.locator('input[name=lives_there][value=yes]').check();
            await page.locator('[name=carer]').fill('A friend of her mother\'s, known to her since nursery');
            await page.locator('[name=why]').fill('Her mother works abroad until the summer.');
            await save(page);
            assert.match(await page.getByRole('alert').innerText(), /came to know/);
            assert.equal(await page.locator('[name=why]').inputValue(), 'Her mother works abroad until the summer.');
            await axe_at_zero(page);
        });
        await step('saves it', async () => {
            await type_day(page, 'aware_on', [30, 3, 2026]);
            await save(page);
            await page.waitForURL(/\?saved=1$/);
            await axe_at_zero(page);
            await screenshot(page, 'private_fostering');
        });
        await step('sees on the child\'s page by when she is to be seen', async () => {
            await page.goto(child);
            await main.getByText('Visit to a privately fostered child').first().waitFor();
            await main.getByText(/due Fri 10 April 2026/).first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'private_fostering_due');
        });
        await step('writes down the visit, and the next is due in six weeks', async () => {
            await page.goto(`${child}/add/visit`);
            await type_day(page, 'happened', [30, 3, 2026]);
            await page.getByLabel('What happened').fill('She showed me her room, and where her letters from her mother are.');
            for (const radio of await page.getByRole('radio', { name: /^Seen alone/ }).all()) if (await radio.isVisible()) await radio.check();
            await save(page);
            await page.waitForURL(/\?saved=1$/);
            await page.goto(child);
            await main.getByText(/due Mon 11 May 2026/).first().waitFor();
            await axe_at_zero(page);
        });
    },
};
