'use strict';
// A child in need plan for three brothers and sisters, written at their table on a phone: two actions, one done and taken back, a print
// for the mother, a review that carries one action over, and the end.

const assert = require('node:assert/strict');
const { days_on, type_day } = require('./forms.js');
const { axe_at_zero, keyboard_walk, printed, screenshot } = require('./page.js');

/// A child whom the worker may tick next to the first, found by name where the form does not offer them yet.
async function tick_child(page, other) {
    const box = page.locator(`input[name=children][value="${other.id}"]`);
    if (await box.count() === 0) {
        if (!await page.getByLabel('Name, date of birth or number').isVisible()) await page.getByText('Add another child').click();
        await page.getByLabel('Name, date of birth or number').fill(other.name);
        await page.getByRole('button', { name: 'Find' }).click();
        await box.waitFor();
        await page.getByLabel('Name, date of birth or number').fill('');
    }
    await box.check();
}

async function add_action(page, { outcome, same, action, owner, who, day }) {
    const section = page.locator('#add');
    if (same) await section.getByLabel('What will be different', { exact: true }).selectOption(same);
    if (outcome) await section.locator('#outcome').fill(outcome);
    await section.getByLabel('What will be done').fill(action);
    if (owner) await section.getByLabel('Who does it').selectOption({ index: 1 });
    if (who) await section.getByLabel('Or somebody else, by name').fill(who);
    await type_day(page, 'by_day', day);
    await section.getByRole('button', { name: 'Add this action' }).click();
    await page.getByRole('main').getByText(action).first().waitFor();
}

module.exports = {
    name: 'A plan written with a family, from the table to its end',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open({ width: 320, height: 640 });
        const main = page.getByRole('main');
        const children = [];
        let plan = '';
        let next = '';

        await step('opens the form of a plan on a child\'s page', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            const links = main.locator('tbody a[href^="/children/"]');
            for (const place of [5, 6, 7]) children.push(await links.nth(place).evaluate((link) => ({ name: link.textContent.trim(), id: link.href.split('/').pop() })));
            await page.goto(`${server.address}/children/${children[0].id}/plans`);
            await axe_at_zero(page);
            await page.getByRole('link', { name: 'Write a plan' }).click();
            await axe_at_zero(page);
        });
        await step('is told what is missing, and loses nothing', async () => {
            await page.getByLabel('What we are worried about').fill('Nobody sober at night.');
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            assert.match(await page.getByRole('alert').innerText(), /different/);
            assert.equal(await page.getByLabel('What we are worried about').inputValue(), 'Nobody sober at night.');
            await axe_at_zero(page);
        });
        await step('writes it for three children, each with their own words', async () => {
            await page.getByRole('radio', { name: 'Child in need plan' }).check();
            await tick_child(page, children[1]);
            await tick_child(page, children[2]);
            await page.getByText(/^This will be in the files of .* and /).waitFor();
            for (const child of children) await page.locator(`#about-${child.id}-child_words`).fill(`I am ${child.name.split(' ')[0]} and I want it quiet.`);
            await page.getByLabel('What has to be different').fill('Somebody sober is with the children every night.');
            await page.getByLabel('If somebody of another agency leads it').fill('Ann Lee (school nurse)');
            await page.getByLabel('What is going well').fill('They get to school.');
            await page.getByLabel('What happens if it does not get better').fill('We meet again within a week.');
            await type_day(page, 'review_by', days_on(90));
            await axe_at_zero(page);
            await screenshot(page, 'plan_form_on_a_phone');
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.waitForURL(/\/plans\/[0-9a-f]{32}/);
            plan = new URL(page.url()).pathname;
            await main.getByText('Somebody sober is with the children every night.').waitFor();
            await main.getByText(/^In force Agreed .* Led by Ann Lee \(school nurse\); .+ answers for it here\./).waitFor();
            await axe_at_zero(page);
        });
        await step('adds two actions, one after the other', async () => {
            await page.getByRole('button', { name: 'Add this action' }).click();
            assert.match(await page.getByRole('alert').innerText(), /Enter what will be different.*Enter what will be done/s);
            await axe_at_zero(page);
            await add_action(page, { outcome: 'The nights are calm', action: 'Nan sleeps at the house at weekends', who: 'Nan', day: days_on(14) });
            assert.equal(await page.locator('#add').getByLabel('What will be different', { exact: true }).inputValue(), 'The nights are calm', 'the outcome stays chosen');
            await add_action(page, { action: 'Ring the alcohol service', owner: true, day: days_on(-11) });
            await main.getByText(/, 1[01] days late/).waitFor();
            await axe_at_zero(page);
            await page.goto(`${server.address}${plan}`);
            await keyboard_walk(page);
            await screenshot(page, 'plan_on_a_phone');
            await page.setViewportSize({ width: 1280, height: 900 });
            await screenshot(page, 'plan_at_a_desk');
            await page.setViewportSize({ width: 320, height: 640 });
        });
        await step('finds it on the first page, presses Done, and takes it back', async () => {
            await page.goto(`${server.address}/`);
            await main.getByRole('heading', { name: /^My actions/ }).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'my_actions_on_a_phone');
            await page.getByRole('button', { name: /^Done.+Ring the alcohol service/ }).click();
            await page.getByRole('button', { name: 'Undo' }).waitFor();
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Undo' }).click();
            await page.getByRole('button', { name: /^Done.+Ring the alcohol service/ }).waitFor();
        });
        await step('says how it went, on the action\'s own page', async () => {
            await page.getByRole('link', { name: 'Ring the alcohol service' }).first().click();
            await axe_at_zero(page);
            await screenshot(page, 'action_on_a_phone');
            await page.getByRole('button', { name: 'Drop it' }).click();
            assert.match(await page.getByRole('alert').innerText(), /Enter why it will not be done/);
            await page.getByLabel('How it went (optional)').fill('A first talk is on Monday.');
            await page.getByRole('button', { name: 'Done', exact: true }).click();
            await main.getByText('A first talk is on Monday.').waitFor();
            await axe_at_zero(page);
        });
        await step('sees the plan on each child\'s page', async () => {
            for (const child of children) {
                await page.goto(`${server.address}/children/${child.id}`);
                await main.locator('#plan').getByText('Somebody sober is with the children every night.').waitFor();
                await main.locator('#plan').getByText('Nan sleeps at the house at weekends').waitFor();
            }
            await axe_at_zero(page);
            await page.setViewportSize({ width: 1280, height: 900 });
            await screenshot(page, 'childs_page_with_plan');
            await page.setViewportSize({ width: 320, height: 640 });
        });
        await step('prints it for the mother', async () => {
            await page.goto(`${server.address}${plan}`);
            await page.getByRole('link', { name: 'Print it for somebody' }).click();
            await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            assert.match(await page.getByRole('alert').innerText(), /Enter who it is for/);
            await axe_at_zero(page);
            await page.getByLabel('Who it is for').fill('Leila Hart');
            await page.getByLabel('Who they are to the child').fill('mother');
            await page.getByLabel('Whom to ring with a question').fill('Tom Reed, 01632 960123');
            await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            await main.getByText('This is for Leila Hart.').waitFor();
            await main.getByText(/So that: The nights are calm\. By /).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'plan_printed_on_a_phone');
            const pages = await printed(page);
            pages.forEach((text, place) => {
                assert.match(text, /For Leila Hart \(mother\)\. Child's reference/, `page ${place + 1}:\n${text}`);
                assert.match(text, new RegExp(`Page ${place + 1} of ${pages.length}`));
                assert.doesNotMatch(text, /Sign out|Not counted/);
            });
            assert.match(pages.join('\n'), /Tom Reed, 01632 960123/);
        });
        await step('reviews it: one action goes on, without being typed again', async () => {
            await page.goto(`${server.address}${plan}/review`);
            assert.ok(await page.getByRole('checkbox', { name: /Nan sleeps at the house/ }).isChecked());
            assert.equal(await page.getByRole('checkbox', { name: /Ring the alcohol service/ }).count(), 0, 'what is done is not carried');
            await axe_at_zero(page);
            await screenshot(page, 'plan_review_on_a_phone');
            await page.getByLabel('What has to be different').fill('It stays so when Nan is away.');
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.waitForURL((url) => /^\/plans\/[0-9a-f]{32}$/.test(url.pathname) && url.pathname !== plan);
            next = new URL(page.url()).pathname;
            await main.getByText('Nan sleeps at the house at weekends').waitFor();
            await page.goto(`${server.address}${plan}`);
            await main.getByText('Carried over to the next plan').waitFor();
            await axe_at_zero(page);
        });
        await step('ends it, is told when each child was last seen, and nothing blocks', async () => {
            await page.goto(`${server.address}${next}/end`);
            await axe_at_zero(page);
            await screenshot(page, 'plan_end_on_a_phone');
            await page.getByRole('button', { name: 'End the plan' }).click();
            assert.match(await page.getByRole('alert').innerText(), /Choose why it ended/);
            await page.getByLabel('Why it ended').selectOption('reached');
            await page.getByLabel('How it ended').fill('Six calm weeks.');
            await page.getByRole('button', { name: 'End the plan' }).click();
            await main.getByText('Six calm weeks.').waitFor();
            await axe_at_zero(page);
            await page.setViewportSize({ width: 1280, height: 900 });
            await screenshot(page, 'plan_ended_at_a_desk');
        });
    },
};
