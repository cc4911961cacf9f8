'use strict';
// A midwife rings about a baby who is not yet born: the referral, a strategy discussion, the enquiry as it is written, a manager's agreement to what
// it found, a conference and a plan before the birth, the plan written with its lead, and the day on which the baby is here.

const assert = require('node:assert/strict');
const { days_on, save, type_day } = require('./forms.js');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

async function fill_day(group, [day, month, year]) {
    await group.getByLabel('Day').fill(String(day));
    await group.getByLabel('Month').fill(String(month));
    await group.getByLabel('Year').fill(String(year));
}

module.exports = {
    name: 'An unborn baby, from a midwife\'s call to a conference and to the birth',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        const manager = await open();
        let child = '';
        let id = '';
        let asked = '';

        await step('takes the midwife\'s call and puts the baby on record by the expected date', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/front-door`);
            await main.getByRole('button', { name: 'New contact' }).or(main.getByRole('link', { name: 'New contact' })).click();
            await page.getByLabel('What they are worried about').fill('The mother\'s two older children live with their aunt. She came to one appointment of five.');
            await page.getByLabel('Find people on record').fill('Wimplesby');
            await page.getByRole('button', { name: 'Find' }).click();
            await main.getByText('Nobody else on record fits').waitFor();
            await page.getByText('Add a child who is not on record').click();
            const baby = page.getByRole('group', { name: 'New child 1' });
            await baby.getByLabel('First name').fill('Unborn');
            await baby.getByLabel('Last name').fill('Wimplesby');
            await fill_day(baby.getByRole('group', { name: 'Expected date of birth, if not yet born' }), days_on(60));
            await page.getByLabel('Who got in touch').selectOption({ index: 1 });
            await page.getByLabel('No immediate danger').check();
            await page.getByLabel('Referral: assess').check();
            await page.getByLabel('Why', { exact: true }).fill('What happened to the older children, and nothing is different yet.');
            await page.getByLabel('Primary need, where it becomes a referral').selectOption('N1');
            await page.getByRole('button', { name: 'Save the contact' }).click();
            await page.waitForURL(/\/contacts\/[0-9a-f]{32}$/);
            await main.getByRole('link', { name: 'Unborn Wimplesby' }).first().click();
            await page.waitForURL(/\/children\/[0-9a-f]{32}$/);
            child = page.url();
            id = child.split('/').pop();
            await page.getByText(/Not yet born, expected/).first().waitFor();
            await axe_at_zero(page);
        });
        await step('writes down the strategy discussion, which decides on an enquiry', async () => {
            await page.goto(`${child}/meeting?kind=strategy_discussion`);
            await page.getByLabel('Who leads it').fill('Jo Marsh, team manager on duty');
            await page.getByRole('button', { name: 'Save, it was held already' }).click();
            await page.waitForURL(/\/meetings\/[0-9a-f]{32}\/held$/);
            await page.getByLabel('What was known and said').fill('The midwife, the police and the health visitor of the older children each said what they know.');
            await page.locator(`input[name="about-${id}-strategy_outcome"][value=enquiry_single]`).check();
            await save(page);
            await page.waitForURL(/\/meetings\/[0-9a-f]{32}$/);
            await page.goto(child);
            await main.locator('#enquiry').waitFor();
        });
        await step('writes the enquiry, with what is known of a baby who can\'t be seen yet', async () => {
            await main.getByRole('link', { name: 'Write the enquiry' }).or(main.getByRole('button', { name: 'Write the enquiry' })).click();
            await page.waitForURL(/\/add\/written_enquiry/);
            await axe_at_zero(page);
            await save(page);
            assert.match(await page.getByRole('alert').innerText(), /who was asked/);
            await page.getByLabel('Who was asked, and what they know').fill('Midwife Ana Brook: one scan kept of four. The aunt: she is afraid that we take the baby.');
            await page.getByLabel('What the parents and carers say').fill('"Nobody asked me what would help."');
            await type_day(page, 'written_on', days_on(0));
            await page.locator(`[name="about-${id}-child_says"]`).fill('Not born yet. Moves when the mother sings, she says.');
            await page.locator(`[name="about-${id}-not_seen_because"]`).fill('Not born yet');
            await page.locator(`input[name="about-${id}-outcome"][value=continuing_risk]`).check();
            await save(page);
            await page.waitForURL(/saved=1/);
            await axe_at_zero(page);
        });
        await step('asks a manager to decide what it found', async () => {
            await sign_in(manager, 'team manager');
            await page.goto(child);
            await main.getByRole('link', { name: 'Ask a manager to decide what it found' }).or(main.getByRole('button', { name: 'Ask a manager to decide what it found' })).click();
            await page.getByRole('heading', { level: 1, name: 'Ask for a decision' }).waitFor();
            await main.getByLabel('What you ask for, and why').fill('A conference before the birth: the risk is what happened before and goes on.');
            const options = await main.getByLabel('Who decides').locator('option').allInnerTexts();
            const wanted = options.find((words) => words.endsWith(', Team manager'));
            assert.ok(wanted, `a team manager is among ${options.join(' / ')}`);
            await main.getByLabel('Who decides').selectOption({ label: wanted });
            await main.getByRole('button', { name: 'Ask', exact: true }).click();
            await page.waitForURL(/\/asked\/[0-9a-f]{32}/);
            asked = new URL(page.url()).pathname;
            assert.equal(await main.getByText('If you agree:').count(), 0, 'who asks does not decide');
        });
        await step('a manager reads what follows from agreeing, and agrees', async () => {
            await manager.goto(`${server.address}${asked}`);
            const theirs = manager.getByRole('main');
            await theirs.getByText(/Unborn Wimplesby is owed a child protection conference by/).waitFor();
            await theirs.getByRole('link', { name: 'Section 47 enquiry, as written' }).click();
            await theirs.getByText('she is afraid that we take the baby').waitFor();
            await manager.goBack();
            await axe_at_zero(manager);
            await keyboard_walk(manager);
            await screenshot(manager, 'enquiry_to_decide');
            const agreed = theirs.getByLabel('Agreed', { exact: true });
            if (await agreed.count()) await agreed.check();
            else await theirs.getByLabel('Decision').selectOption({ label: 'Agreed' });
            await theirs.getByLabel('Why, and on what conditions').fill('Before the birth, with the midwife in the room.');
            await save(manager);
            await manager.waitForURL(/\?saved/);
        });
        await step('finds it agreed on the child\'s page, and holds the conference, which decides on a plan', async () => {
            await page.goto(child);
            await main.getByText(/agreed on .* to what it found: a conference is owed\./).waitFor();
            await main.getByRole('link', { name: 'Plan the conference' }).or(main.getByRole('button', { name: 'Plan the conference' })).click();
            await type_day(page, 'planned_for', days_on(0));
            await page.locator('#planned_for-time').fill('00:01');
            await save(page);
            await page.waitForURL(/\/meetings\/[0-9a-f]{32}$/);
            await page.getByRole('link', { name: 'Say what came of it' }).click();
            await page.locator(`input[name="about-${id}-initial_conference_outcome"][value=plan]`).check();
            await page.locator(`input[name="about-${id}-initial_conference_category"][value=NEG]`).check();
            await save(page);
            await page.waitForURL(/\/meetings\/[0-9a-f]{32}$/);
            await page.goto(child);
            await main.getByText('Child protection plan').first().waitFor();
            assert.equal(await main.locator('#enquiry').count(), 0, 'the enquiry has led to its conference');
            await axe_at_zero(page);
        });
        await step('writes the plan, and says who leads it', async () => {
            await page.goto(`${child}/plan?kind=protection`);
            await page.getByLabel('What has to be different').fill('The baby goes home to a sober house with a grown-up who is not alone at night.');
            await page.locator(`#about-${id}-child_words`).fill('Not born yet: moves when she sings.');
            await save(page);
            await page.waitForURL(/\/plans\/[0-9a-f]{32}/);
            await main.getByText(/Led by /).waitFor();
            await axe_at_zero(page);
        });
        await step('the baby is born: the birth is put on record, and the plan stays', async () => {
            await page.setViewportSize({ width: 390, height: 844 });
            await page.goto(child);
            await page.goto(`${server.address}/items/${id}/change`);
            await axe_at_zero(page);
            await page.locator('#given_name').fill('Wren');
            await type_day(page, 'born', days_on(0));
            await save(page);
            await page.waitForURL(/saved=\d/);
            await page.goto(child);
            await page.getByText(/Wren Wimplesby/).first().waitFor();
            assert.equal(await page.getByText(/Not yet born/).count(), 0);
            await main.getByText('Child protection plan').first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'born_on_a_plan');
        });
    },
};
