'use strict';
// From a strategy discussion to a child protection plan: two brothers and sisters, the people round them invited, the papers for the
// mother, the conference, and the first core group.

const assert = require('node:assert/strict');
const { days_on, save, type_day } = require('./forms.js');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'From a strategy discussion to a child protection plan and its first core group',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';
        let sibling = '';
        let meeting = '';
        let conference = '';

        await step('finds a child in need with a brother or sister', async () => {
            await sign_in(page, 'social worker');
            const children = await main.locator('tbody a[href^="/children/"]').evaluateAll((links) => links.map((link) => link.href));
            for (const address of children) {
                await page.goto(address);
                if (await main.getByText('Child protection plan').count() > 0 || await main.locator('#meetings').count() === 0) continue;
                await page.goto(`${address}/meeting`);
                const others = page.locator('input[name=children]');
                if (await others.count() === 0) continue;
                sibling = await others.first().getAttribute('value');
                child = address;
                break;
            }
            assert.ok(child, 'No child of this worker has somebody to tick beside them.');
        });
        await step('writes down a strategy discussion for both while it is held', async () => {
            await page.goto(child);
            await page.getByRole('link', { name: 'write down a strategy discussion' }).click();
            assert.match(await page.locator('#planned_for-time').inputValue(), /^\d\d:\d\d$/);
            await axe_at_zero(page);
            await page.locator(`input[name=children][value="${sibling}"]`).check();
            await page.getByLabel('Who leads it').fill('Jo Marsh, team manager on duty');
            await page.getByRole('button', { name: 'Save, it was held already' }).click();
            await page.waitForURL(/\/meetings\/[0-9a-f]{32}\/held$/);
            meeting = new URL(page.url()).pathname.replace('/held', '');
            await axe_at_zero(page);
        });
        await step('is told that nothing was decided yet, and loses nothing', async () => {
            await page.getByLabel('What was known and said').fill('School saw bruises on the arm. Health knows of two visits to A&E.');
            await save(page);
            assert.match(await page.getByRole('alert').innerText(), /what was decided/);
            assert.match(await page.getByLabel('What was known and said').inputValue(), /A&E/);
            await axe_at_zero(page);
        });
        await step('says for each child what was decided', async () => {
            const id = child.split('/').pop();
            await page.locator(`input[name="about-${id}-strategy_outcome"][value=enquiry_joint]`).check();
            await page.locator(`input[name="about-${sibling}-strategy_outcome"][value=enquiry_single]`).check();
            await page.getByLabel('What was decided, and why').fill('Reasonable cause: the marks and what was said of them do not fit.');
            await screenshot(page, 'strategy_discussion_at_a_desk');
            await save(page);
            await page.waitForURL(new RegExp(`${meeting}$`));
            await main.getByText('Section 47 enquiry together with the police').waitFor();
            await main.getByText('Nobody from the police is recorded as having been there.').waitFor();
            await axe_at_zero(page);
        });
        await step('adds who was there, and the page no longer misses the police', async () => {
            await page.getByLabel('Or somebody else, by name').fill('DC Jo Hill');
            await page.getByLabel('Another agency').check();
            await page.getByLabel('Agency (optional)').selectOption('police');
            await page.getByRole('button', { name: 'Add them' }).click();
            await main.locator('#people').getByRole('link', { name: 'DC Jo Hill', exact: true }).waitFor();
            assert.equal(await main.getByText('Nobody from the police').count(), 0);
            await page.goto(`${server.address}${meeting}`);
            await keyboard_walk(page);
            await screenshot(page, 'meeting_at_a_desk');
            await page.setViewportSize({ width: 320, height: 640 });
            await axe_at_zero(page);
            await screenshot(page, 'meeting_on_a_phone');
            await page.setViewportSize({ width: 1280, height: 900 });
        });
        await step('sees the enquiry and what it sets going on each child\'s page', async () => {
            for (const address of [child, `${server.address}/children/${sibling}`]) {
                await page.goto(address);
                await main.getByRole('link', { name: 'Section 47 enquiry', exact: true }).first().waitFor();
                await main.getByText('Initial child protection conference').first().waitFor();
            }
        });
        await step('plans the conference, and invites whoever is round the children with a tick', async () => {
            await page.goto(`${child}/meeting?kind=initial_conference`);
            await type_day(page, 'planned_for', days_on(9));
            await page.locator('#planned_for-time').fill('10:00');
            await page.getByLabel('Where').fill('Civic Centre, room 2');
            await page.getByLabel('What it is for').fill('To look at what the enquiry found and decide together how the children stay safe.');
            await page.locator(`input[name=children][value="${sibling}"]`).check();
            await save(page);
            await page.waitForURL(/\/meetings\/[0-9a-f]{32}$/);
            conference = new URL(page.url()).pathname;
            const family = main.locator('input[name=invite]');
            assert.ok(await family.count() > 1, 'nobody is offered');
            await family.nth(0).check();
            await family.nth(1).check();
            await page.getByRole('button', { name: 'Invite them' }).click();
            await main.getByText('2 of 2 have not answered.').waitFor();
            await axe_at_zero(page);
        });
        await step('writes down an answer', async () => {
            await main.locator('#people tbody a[href^="/invitations/"]').first().click();
            await axe_at_zero(page);
            await page.getByLabel('Comes by video or telephone').check();
            await page.getByLabel('What they said').fill('Wants an interpreter');
            await save(page);
            await main.getByText('Comes by video or telephone: Wants an interpreter').waitFor();
            await main.getByText('1 of 2 have not answered.').waitFor();
        });
        await step('prints the invitation with papers for one of them', async () => {
            await main.getByRole('link', { name: /^Print for them/ }).first().click();
            assert.notEqual(await page.getByLabel('Who it is for').inputValue(), '');
            await page.getByLabel('The invitation with papers').check();
            await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            assert.match(await page.getByRole('alert').innerText(), /Tick what goes with the invitation/);
            await axe_at_zero(page);
            await page.locator('input[name=paper]').first().check();
            if (await page.getByLabel(/^The recipient may know what it says of/).count() > 0) await page.getByLabel(/^The recipient may know what it says of/).check();
            await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            if (await page.getByLabel(/^The recipient may know what it says of/).count() > 0) {
                await page.getByLabel(/^The recipient may know what it says of/).check();
                await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            }
            await main.getByText(/^This is for /).waitFor();
            await main.getByText('You are invited to this meeting.').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'papers_of_a_conference');
        });
        await step('finds it on the first page, moves it to today, and says what came of it', async () => {
            await page.goto(`${server.address}/`);
            await main.locator('#meetings').getByText(/Meetings in the next days/).click();
            await main.locator('#meetings').getByRole('link', { name: 'Initial child protection conference' }).first().waitFor();
            await axe_at_zero(page);
            await page.goto(`${server.address}${conference}/change`);
            await type_day(page, 'planned_for', days_on(0));
            await page.locator('#planned_for-time').fill('00:01');
            await save(page);
            await page.getByRole('link', { name: 'Say what came of it' }).click();
            const id = child.split('/').pop();
            await page.locator(`input[name="about-${id}-initial_conference_outcome"][value=plan]`).check();
            await page.locator(`input[name="about-${sibling}-initial_conference_outcome"][value=in_need]`).check();
            await save(page);
            assert.match(await page.getByRole('alert').innerText(), /Choose the category/);
            await axe_at_zero(page);
            await page.locator(`input[name="about-${id}-initial_conference_category"][value=PHY]`).check();
            await page.getByLabel('Who disagreed').fill('The father: he says that it was the stairs.');
            await save(page);
            await page.waitForURL(new RegExp(`${conference}$`));
            await main.getByText('The child needs a child protection plan').waitFor();
            await main.getByText('he says that it was the stairs').waitFor();
        });
        await step('sees the plan in force, and the core group that is due within ten working days', async () => {
            await page.goto(child);
            await main.getByText('Child protection plan').first().waitFor();
            await main.getByText('Core group').first().waitFor();
            await page.goto(`${child}/meetings`);
            await main.getByRole('link', { name: 'Initial child protection conference' }).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'meetings_of_a_child');
        });
        await step('calls a core group off, and says that it takes place after all', async () => {
            await page.goto(`${child}/meeting?kind=core_group`);
            await type_day(page, 'planned_for', days_on(0));
            await save(page);
            await page.getByRole('link', { name: 'Call it off' }).click();
            await page.getByRole('button', { name: 'Call it off' }).click();
            assert.match(await page.getByRole('alert').innerText(), /Enter why/);
            await axe_at_zero(page);
            await page.getByLabel('Why it was called off').fill('The mother is in hospital.');
            await page.getByRole('button', { name: 'Call it off' }).click();
            await main.getByText('The mother is in hospital.').waitFor();
            await page.getByRole('button', { name: 'It takes place after all' }).click();
            await page.getByRole('link', { name: 'Say what came of it' }).click();
            await page.getByLabel('What was decided, and why').fill('School and nan share the mornings.');
            await save(page);
            await main.getByText('School and nan share the mornings.').waitFor();
        });
    },
};
