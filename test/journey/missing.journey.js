'use strict';
// A child goes missing and is reported with one press; the police are told; the child is found from a phone without scripts, which is taken
// back and pressed again; a return interview is offered, refused, offered again and held, and the plan is changed by it.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, printed, screenshot } = require('./page.js');

module.exports = {
    name: 'A missing child, from the report to the interview that changes the plan',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';
        let name = '';
        let episode = '';
        let plan = '';

        await step('opens the times missing of a child who has a plan', async () => {
            await sign_in(page, 'social worker');
            const link = main.locator('tbody a[href^="/children/"]').last();
            [child, name] = await link.evaluate((anchor) => [anchor.href, anchor.textContent.trim()]);
            await page.goto(`${child}/plan`);
            await page.getByRole('radio', { name: 'Child in need plan' }).check();
            await page.getByLabel('What has to be different').fill('Somebody comes when the child rings.');
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.waitForURL(/\/plans\/[0-9a-f]{32}/);
            plan = new URL(page.url()).pathname;
            await page.goto(`${child}/missing`);
            await main.getByText('Nobody has recorded this child as missing.').waitFor();
            await axe_at_zero(page);
            await page.getByRole('link', { name: 'Report missing' }).or(page.getByRole('button', { name: 'Report missing' })).click();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'missing_report_at_a_desk');
        });
        await step('is told what can\'t be, and loses nothing', async () => {
            await page.locator('#went_at-year').fill('2199');
            await page.getByLabel('Last seen where').fill('The bus station');
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.getByRole('alert').getByText('that have come').waitFor();
            assert.equal(await page.getByLabel('Last seen where').inputValue(), 'The bus station');
            await axe_at_zero(page);
        });
        await step('reports it, and who was told', async () => {
            await page.locator('#went_at-year').fill(String(new Date().getFullYear()));
            await page.getByRole('radio', { name: 'High' }).check();
            await page.getByLabel('Who reported it').fill('The mother, by telephone');
            await page.getByRole('checkbox', { name: 'A parent' }).check();
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.waitForURL(/\/missing\/[0-9a-f]{32}$/);
            episode = page.url();
            await main.getByRole('button', { name: /^Found/ }).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'missing_episode_at_a_desk');
        });
        await step('tells the police', async () => {
            await page.getByRole('checkbox', { name: 'The police' }).check();
            await page.getByLabel('Police reference, if they gave one').fill('ZZ-4711');
            await page.getByRole('button', { name: 'Record who was told' }).click();
            await main.getByText('reference ZZ-4711').waitFor();
        });
        await step('sees it on every page about the child, and on the list by risk', async () => {
            await page.goto(`${child}/plans`);
            await page.locator('.sf-identity').getByText(/^Missing since/).waitFor();
            await page.goto(`${server.address}/missing`);
            await main.getByRole('link', { name, exact: true }).waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'missing_list_at_a_desk');
            await page.getByLabel('Risk', { exact: true }).selectOption('low');
            await page.getByRole('button', { name: /filter/i }).first().click();
            assert.equal(await main.getByRole('link', { name, exact: true }).count(), 0);
            await axe_at_zero(page);
        });
        await step('prints it for the police', async () => {
            await page.goto(`${server.address}/missing/for`);
            await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            await page.getByRole('alert').getByText('Enter who it is for').waitFor();
            await axe_at_zero(page);
            await page.getByLabel('Who it is for').fill('Sergeant Hale');
            await page.getByLabel('With the children\'s names').check();
            await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            await main.getByText('This is for Sergeant Hale.').waitFor();
            await axe_at_zero(page);
            const sheets = await printed(page);
            assert.match(sheets.join('\n'), /For Sergeant Hale\./);
            assert.ok(sheets.join('\n').includes('ZZ-4711'));
        });
        await step('is found from a phone without scripts by the one press on the first page', async () => {
            const phone = await open({ width: 320, height: 640, scripts: false });
            await sign_in(phone, 'social worker');
            const found = phone.locator('#missing .sf-visit').filter({ hasText: name }).getByRole('button', { name: /^Found/ });
            await found.waitFor();
            await axe_at_zero(phone);
            await screenshot(phone, 'missing_home_on_a_phone');
            await found.click();
            await phone.getByText(`${name} is recorded as found`).waitFor();
            await axe_at_zero(phone);
            await screenshot(phone, 'missing_found_on_a_phone');
            await phone.getByRole('button', { name: 'Undo' }).click();
            await phone.getByRole('button', { name: /^Found/ }).waitFor();
            await phone.goto(`${server.address}/missing`);
            await axe_at_zero(phone);
            await screenshot(phone, 'missing_list_on_a_phone');
            await phone.goto(child);
            await phone.locator('#missing').getByRole('button', { name: /^Found/ }).click();
            await phone.getByText(`${name} is recorded as found`).waitFor();
            await screenshot(phone, 'missing_child_on_a_phone');
        });
        await step('says where and how afterwards', async () => {
            await page.goto(episode);
            await page.getByText('When, where and how they came back').click();
            await page.getByLabel('Where they were found').fill('The skate park');
            await page.locator('form[action$="/back"]').getByRole('button', { name: 'Save' }).click();
            await main.getByText('The skate park').first().waitFor();
            await axe_at_zero(page);
        });
        await step('offers an interview, is refused, and offers again', async () => {
            await page.getByRole('button', { name: 'Offered just now' }).click();
            await page.getByRole('button', { name: 'They refused' }).click();
            await main.locator('#interview').getByText('refused', { exact: false }).first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'missing_refused_at_a_desk');
            await page.getByRole('button', { name: 'Offered again just now' }).click();
            await page.getByRole('button', { name: 'They agreed' }).click();
            await main.locator('#interview').getByText(/^due /).waitFor();
        });
        await step('holds it: the child\'s own words first', async () => {
            await page.getByRole('link', { name: 'Record the interview' }).or(page.getByRole('button', { name: 'Record the interview' })).click();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'missing_interview_at_a_desk');
            await page.getByRole('radio', { name: 'Nothing changes, because' }).check();
            await page.getByLabel('What the child said, in their own words').fill('They shout and I go. It is quieter out there.');
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.getByRole('alert').getByText('Say why nothing changes').waitFor();
            await axe_at_zero(page);
            await page.getByRole('radio', { name: 'The plan was changed' }).check();
            await page.getByLabel('In which plan or action').selectOption(plan.split('/').pop());
            await page.getByLabel('What changed, or why nothing does').fill('Nan comes when the child rings, at any hour.');
            await page.locator('form[action$="/interview"]').getByRole('radio', { name: 'Yes' }).first().check();
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            await main.getByText('The plan was changed: Nan comes when the child rings, at any hour.').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'missing_held_at_a_desk');
            await page.getByRole('link', { name: /^Open it/ }).click();
            await page.waitForURL(`**${plan}`);
        });
        await step('reads the child\'s words on the child\'s page, and the times away in a line', async () => {
            await page.goto(child);
            await main.getByText('They shout and I go.').first().waitFor();
            await main.locator('#missing').getByText('Away once on record').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'missing_childs_page_at_a_desk');
            await page.goto(`${child}/missing`);
            await main.getByText('The skate park').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'missing_times_at_a_desk');
            await page.setViewportSize({ width: 320, height: 640 });
            await screenshot(page, 'missing_times_on_a_phone');
        });
        await step('a manager sees the patterns of a team, and says how often is too often', async () => {
            const manager = await open();
            await sign_in(manager, 'service manager');
            await manager.goto(`${server.address}/missing/patterns`);
            await axe_at_zero(manager);
            await screenshot(manager, 'missing_patterns_at_a_desk');
            await manager.goto(`${server.address}/board`);
            await axe_at_zero(manager);
            await manager.goto(`${server.address}/missing/settings`);
            await axe_at_zero(manager);
            await manager.getByLabel('After how many episodes').fill('1');
            await manager.getByRole('button', { name: 'Save', exact: true }).click();
            await manager.getByRole('alert').getByText('Enter a number from 2').waitFor();
            await axe_at_zero(manager);
        });
    },
};
