'use strict';
// A disabled boy whose mother has not slept through for years: the register, breaks by day and then overnight nights under section 20, the review that
// each is owed, what he shows of it, and what his plan says when it is read at home.

const assert = require('node:assert/strict');
const { days_on, save, type_day } = require('./forms.js');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'A disabled boy with short breaks',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open({ width: 390, height: 844 });
        const main = page.getByRole('main');
        let child = '';

        await step('puts the boy on record', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people/add`);
            await main.getByLabel('Given names').fill('Caspian');
            await main.getByLabel('Family name').fill('Thistlewood');
            const born = main.getByRole('group', { name: 'Date of birth', exact: true });
            await born.getByLabel('Day').fill('14');
            await born.getByLabel('Month').fill('2');
            await born.getByLabel('Year').fill('2017');
            await main.getByRole('button', { name: 'Look for them first' }).click();
            await main.getByRole('button', { name: /add a new record/i }).click();
            await page.waitForURL(/\/children\/[0-9a-f]{32}$/);
            child = page.url();
        });
        await step('puts him on the register of disabled children, on a phone and by keyboard', async () => {
            assert.ok(await page.locator('a[href$="/add/disability_registration"]').count() > 0, 'The child\'s page does not lead to it.');
            await page.goto(`${child}/add/disability_registration`);
            await keyboard_walk(page);
            await axe_at_zero(page);
            await type_day(page, 'registered_on', days_on(-40));
            await page.locator('[name=needs]').fill('Feeds by tube at night. Does not speak; shows yes by looking up.');
            await save(page);
            assert.match(await page.getByRole('alert').innerText(), /Education, health and care plan|education, health and care plan/);
            assert.match(await page.locator('[name=needs]').inputValue(), /looking up/);
            await page.locator('input[name=education][value=has_one]').check();
            await page.locator('input[name=family_agrees][value=yes]').check();
            await save(page);
            await page.waitForURL(/saved=1/);
            await axe_at_zero(page);
        });
        await step('writes the breaks under section 17, and the review that they are owed stands on his page', async () => {
            await page.goto(`${child}/add/short_breaks`);
            await axe_at_zero(page);
            await type_day(page, 'began', days_on(-30));
            await page.locator('input[name=kinds][value=activities]').check();
            await page.locator('input[name=basis][value=section_17]').check();
            await page.locator('[name=with_whom]').fill('The Saturday club at the pool');
            await page.locator('[name=plan]').fill('Two Saturdays a month. The helper has the card with his yes and no.');
            await page.locator('[name=own_words]').fill('Looks up and laughs when the bus comes.');
            await page.locator('[name=carers_need]').fill('She sleeps.');
            await save(page);
            await page.waitForURL(/saved=1/);
            await page.goto(child);
            await main.getByText('Review of short breaks under section 17').first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'short_breaks_on_a_phone');
        });
        await step('adds nights away from home, which are reviewed and visited sooner', async () => {
            await page.goto(`${child}/add/short_breaks`);
            await type_day(page, 'began', days_on(-10));
            await page.locator('input[name=kinds][value=overnight]').check();
            await page.locator('input[name=basis][value=section_20_short]').check();
            await page.locator('[name=with_whom]').fill('Harbour House');
            await page.locator('[name=nights_a_year]').fill('24');
            await page.locator('[name=plan]').fill('The night nurse knows the tube. Ring the mother by eight.');
            await save(page);
            await page.waitForURL(/saved=1/);
            await page.goto(child);
            assert.ok(await main.getByText(/[Ss]hort break/).count() > 2, 'Both breaks set something going.');
            await axe_at_zero(page);
        });
        await step('reviews them with the family, his own showing first, and the next review is six months on', async () => {
            await page.goto(`${child}/add/short_break_review`);
            await axe_at_zero(page);
            await type_day(page, 'held_on', days_on(0));
            await page.locator('[name=child_says]').fill('Looked up at the picture of the pool. Looked away from the picture of the night room.');
            await page.locator('[name=family_says]').fill('"One night a month, not two, until he knows them."');
            await page.locator('[name=decided]').fill('One night a month until Easter, with the same nurse.');
            await save(page);
            await page.waitForURL(/saved=1/);
            const said = await main.innerText();
            assert.ok(said.indexOf('Looked up at the picture') < said.indexOf('One night a month until Easter'), 'What he showed stands before what was decided.');
            await axe_at_zero(page);
        });
        await step('prints the review for his mother, with what he showed first', async () => {
            await main.getByRole('link', { name: 'Print for somebody' }).first().click();
            await page.getByLabel('Who it is for').fill('Mrs Thistlewood');
            for (const box of await page.getByRole('radio').all()) if (/family|carer|parent/i.test(await box.evaluate((one) => one.labels[0]?.textContent ?? ''))) { await box.check(); break; }
            for (let turn = 0; turn < 2; ++turn) {
                await page.getByRole('button', { name: 'Show what is to be printed' }).click();
                if (await page.getByLabel(/^The recipient may know what it says of/).count() > 0) await page.getByLabel(/^The recipient may know what it says of/).check();
                if (await main.getByText(/^This is for /).count() > 0) break;
            }
            await main.getByText(/^This is for Mrs Thistlewood/).waitFor();
            await axe_at_zero(page);
            await page.setViewportSize({ width: 1280, height: 900 });
            await screenshot(page, 'short_break_review_printed');
        });
    },
};
