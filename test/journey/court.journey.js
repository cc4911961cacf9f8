'use strict';
// A family's last chance before court and the way through it: pre-proceedings and the letter that says so, the application, the hearing on the first page,
// what is to be filed by when, the chronology and the statement that begin from the record, the order, and what it means in words for the child.

const assert = require('node:assert/strict');
const { choose, days_on, save, type_day } = require('./forms.js');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'Before court, in court, and what the order means',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';
        let proceedings = '';
        let hearing = '';

        await step('opens a child of her own who is open to the service', async () => {
            await sign_in(page, 'social worker');
            for (const address of await main.locator('tbody a[href^="/children/"]').evaluateAll((links) => links.map((link) => link.href))) {
                await page.goto(`${address}/pre_proceedings`);
                if (await main.getByRole('button', { name: 'Begin' }).count() > 0) {
                    child = address;
                    break;
                }
            }
            assert.ok(child, 'None of her children can begin pre-proceedings.');
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Begin' }).click();
            await page.waitForURL(/\/items\/[0-9a-f]{32}\/change/);
            await axe_at_zero(page);
        });
        await step('writes the letter before proceedings, and prints it for the mother', async () => {
            await page.goto(`${child}/add/letter_before_proceedings`);
            await axe_at_zero(page);
            await keyboard_walk(page);
            await type_day(page, 'written_on', days_on(-30));
            await page.locator('[name=worries]').fill('On four nights in May nobody sober was with the children.');
            await page.locator('[name=helped]').fill('A worker came twice a week. The alcohol service offered three appointments.');
            await page.locator('[name=must_change]').fill('Somebody sober is with the children every night.');
            await type_day(page, 'meeting_at', days_on(-20));
            await page.locator('#meeting_at-time').fill('11:00');
            await page.locator('[name=meeting_place]').fill('Civic Centre, room 4');
            await page.locator('input[name=family_meeting_offered][value=yes]').check();
            await save(page);
            assert.match(await page.getByRole('alert').innerText(), /ring with a question/);
            assert.match(await page.locator('[name=worries]').inputValue(), /four nights/);
            await axe_at_zero(page);
            await page.locator('[name=ring]').fill('Dev Gill, 01632 960100');
            await save(page);
            await page.waitForURL(/saved=1/);
            const letter = new URL(page.url()).pathname.split('/').pop();
            await page.goto(`${server.address}/letters_before_proceedings/${letter}/print`);
            await axe_at_zero(page);
            await page.getByLabel('Who it is for').fill('Ms Bell, the mother');
            for (let turn = 0; turn < 2; ++turn) {
                for (const radio of await page.getByRole('radio').all()) if (/family|parent|carer/i.test(await radio.evaluate((one) => one.labels[0]?.textContent ?? ''))) { await radio.check(); break; }
                await page.getByRole('button', { name: 'Show what is to be printed' }).click();
                if (await page.getByLabel(/^The recipient may know what it says of/).count() > 0) await page.getByLabel(/^The recipient may know what it says of/).check();
                if (await main.getByText(/^This is for /).count() > 0) break;
            }
            await main.getByText(/^This is for Ms Bell/).waitFor();
            await main.getByText('On four nights in May').waitFor();
            await axe_at_zero(page);
        });
        await step('records the application, asked for no more than is known on the first day', async () => {
            await page.goto(`${child}/add/court_proceedings`);
            await axe_at_zero(page);
            assert.equal(await main.getByText('What the court ordered').count(), 0);
            await type_day(page, 'issued_on', days_on(-15));
            await choose(page, 'application', 'care');
            await page.locator('[name=guardian]').fill('Rosa Whitlock');
            await save(page);
            await page.waitForURL(/saved=1/);
            proceedings = new URL(page.url()).pathname;
            await page.goto(child);
            await main.getByText(/, week 3/).waitFor();
            await axe_at_zero(page);
        });
        await step('finds the hearing on the first page days before it', async () => {
            await page.goto(`${child}/add/court_hearing`);
            await type_day(page, 'listed_for', days_on(3));
            await page.locator('#listed_for-time').fill('10:00');
            await choose(page, 'kind', 'case_management');
            await page.locator('[name=before_whom]').fill('District Judge Harland');
            await save(page);
            await page.waitForURL(/saved=1/);
            hearing = new URL(page.url()).pathname;
            await page.goto(`${server.address}/`);
            await main.getByRole('heading', { name: 'In court in the next days' }).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'court_on_the_first_page');
        });
        await step('says what was ordered, and is owed by name what is to be filed', async () => {
            await page.goto(`${server.address}${hearing}/change`);
            await page.locator('input[name=must_file][value=yes]').check();
            await save(page);
            assert.match(await page.getByRole('alert').innerText(), /Ordered on/);
            await axe_at_zero(page);
            await type_day(page, 'ordered_on', days_on(0));
            await type_day(page, 'file_by', days_on(20));
            await page.locator('[name=what_to_file]').fill('Parenting assessment');
            await save(page);
            await page.waitForURL(/saved=\d/);
            await page.goto(child);
            await main.getByText(/File by .*: Parenting assessment/).waitFor();
            await axe_at_zero(page);
        });
        await step('begins a statement from the record', async () => {
            await page.goto(`${child}/court_statement`);
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Begin' }).click();
            await page.waitForURL(/\/items\/[0-9a-f]{32}\/change/);
            await axe_at_zero(page);
            await page.locator('[name=order_sought]').fill('A supervision order for twelve months.');
            await save(page);
            await page.waitForURL(/saved=\d/);
            const statement = new URL(page.url()).pathname.split('/').pop();
            await page.goto(`${server.address}/court_statements/${statement}/print`);
            await main.getByRole('heading', { level: 1 }).waitFor();
            await axe_at_zero(page);
        });
        await step('and the chronology, chosen from what is on record', async () => {
            await page.goto(`${child}/court_chronology`);
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'court_chronology_to_choose');
        });
        await step('the court orders, and the child reads what it means', async () => {
            await page.setViewportSize({ width: 390, height: 844 });
            await page.goto(`${server.address}${proceedings}/change`);
            await type_day(page, 'ended_on', days_on(0));
            await choose(page, 'outcome', 'supervision');
            await page.locator('[name=what_it_means]').fill('You live at home. Somebody looks in for a year, and you can tell them anything.');
            await save(page);
            await page.waitForURL(/saved=\d/);
            await page.goto(child);
            await main.getByText(/ended on .*: Supervision order/).first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'court_on_a_phone');
        });
    },
};
