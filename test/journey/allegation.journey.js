'use strict';
// A head teacher rings: a teaching assistant is said to have hurt a boy. The designated officer begins a case that nobody else sees, the boy's social
// worker writes the allegation into his record under its reference and without a name, and the officer finds the boy by it. The social worker is
// named and reads the case; the director is not. It ends with an outcome and its day.

const assert = require('node:assert/strict');
const { choose, days_on, save, type_day } = require('./forms.js');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

const adult = 'Hollis Merrow';

async function add_boy(page, main, server) {
    await page.goto(`${server.address}/people/add`);
    await main.getByLabel('Given names').fill('Lucian');
    await main.getByLabel('Family name').fill('Ockenden');
    const born = main.getByRole('group', { name: 'Date of birth', exact: true });
    await born.getByLabel('Day').fill('4');
    await born.getByLabel('Month').fill('5');
    await born.getByLabel('Year').fill('2017');
    await main.getByRole('button', { name: 'Look for them first' }).click();
    await main.getByRole('button', { name: /add a new record/i }).click();
    await page.waitForURL(/\/children\/[0-9a-f]{32}$/);
    return page.url();
}

module.exports = {
    name: 'an allegation against an adult who works with children',
    server: 'demo',
    async walk({ open, server, sign_in, step }) {
        const officer = await open();
        const theirs = officer.getByRole('main');
        const page = await open();
        const main = page.getByRole('main');
        let room;
        let child;
        await step('begins a case, and leaves nothing out that must be known today', async () => {
            await sign_in(officer, 'designated officer for allegations');
            await officer.goto(`${server.address}/adult_cases`);
            await axe_at_zero(officer);
            await theirs.getByRole('link', { name: 'Begin a case' }).click();
            await axe_at_zero(officer);
            await keyboard_walk(officer);
            await save(officer);
            assert.match(await officer.getByRole('alert').innerText(), /name of the adult/);
            await axe_at_zero(officer);
            await officer.locator('[name=reference]').fill('D 2041');
            await officer.locator('[name=name]').fill(adult);
            await choose(officer, 'work', 'school');
            await officer.locator('[name=role]').fill('Teaching assistant');
            await type_day(officer, 'came_on', days_on(-3));
            await officer.locator('[name=told_by]').fill('The head teacher');
            await officer.locator('[name=alleged]').fill('Pushed a boy against the wall.');
            await save(officer);
            await officer.waitForURL(/\/adult_cases\/[0-9a-f]{32}$/);
            room = officer.url();
            await axe_at_zero(officer);
        });
        await step('writes the allegation into the boy\'s record without a name, and the officer finds him by its reference', async () => {
            await sign_in(page, 'social worker');
            child = await add_boy(page, main, server);
            await page.goto(`${child}/add/allegation`);
            await axe_at_zero(page);
            await type_day(page, 'happened', days_on(-4));
            await type_day(page, 'known_on', days_on(-4));
            await choose(page, 'work', 'school');
            await choose(page, 'threshold', 'harmed');
            await page.locator('[name=alleged]').fill('The assistant pushed him against the wall.');
            await page.locator('[name=reference]').fill('D 2041');
            await save(page);
            await page.waitForURL(/\/items\/|\/children\/[0-9a-f]{32}(\?.*)?$/);
            await officer.goto(room);
            await theirs.getByRole('link', { name: 'Lucian Ockenden', exact: true }).waitFor();
            await screenshot(officer, 'allegation_case_at_a_desk');
        });
        await step('shows the case to nobody else: not to the boy\'s worker, not to the director', async () => {
            assert.equal((await page.goto(room)).status(), 404);
            const director = await open();
            await sign_in(director, 'director');
            assert.equal((await director.goto(room)).status(), 404);
            await director.goto(`${server.address}/adult_cases`);
            await director.getByRole('main').getByText('You are named for none.', { exact: false }).waitFor();
            await director.goto(child);
            assert.ok(!(await director.getByRole('main').innerText()).includes(adult));
        });
        await step('names the boy\'s worker with a reason, who then finds it from the first page', async () => {
            const name = (await page.locator('header').innerText()).split('\n').map((line) => line.trim()).filter(Boolean);
            const option = officer.locator('select[name=named] option');
            const all = await option.evaluateAll((options) => options.map((one) => [one.value, one.textContent.trim()]));
            const worker = all.find(([, words]) => words.endsWith(', Social worker') && name.some((line) => line.includes(words.split(',')[0])));
            assert.ok(worker, 'the social worker who is signed in can be named');
            await officer.locator('select[name=named]').selectOption(worker[0]);
            await officer.locator('[name=why_named]').fill('Works with the boy.');
            await officer.getByRole('button', { name: 'Name them' }).click();
            await theirs.getByRole('button', { name: /^End for/ }).first().waitFor();
            await page.goto(`${server.address}/`);
            await main.getByRole('link', { name: 'Designated officer\'s cases for which I am named' }).click();
            await main.getByRole('link', { name: 'D 2041', exact: true }).click();
            await main.getByText(adult).waitFor();
        });
        await step('writes down the first discussion, and owes the next look by a day', async () => {
            await officer.goto(`${room}/add/note`);
            await axe_at_zero(officer);
            await type_day(officer, 'held_on', days_on(-2));
            await choose(officer, 'step', 'first_discussion');
            await officer.locator('[name=said]').fill('The school looks into it; the police were asked and leave it to the school.');
            await save(officer);
            await officer.waitForURL(room);
            await officer.goto(`${room}/change`);
            await type_day(officer, 'evaluated_on', days_on(-2));
            await save(officer);
            await officer.waitForURL(room);
            await officer.goto(`${server.address}/`);
            await theirs.getByRole('link', { name: 'D 2041', exact: true }).waitFor();
            assert.ok(!(await theirs.innerText()).includes(adult));
            await axe_at_zero(officer);
        });
        await step('ends it with its outcome and its day, on a phone without scripts', async () => {
            const phone = await open({ width: 390, height: 800, scripts: false });
            await sign_in(phone, 'designated officer for allegations');
            await phone.goto(`${room}/change`);
            await choose(phone, 'outcome', 'unsubstantiated');
            await save(phone);
            assert.match(await phone.getByRole('alert').innerText(), /Concluded on/);
            await type_day(phone, 'concluded_on', days_on(0));
            await save(phone);
            await phone.waitForURL(room);
            await phone.getByRole('main').getByText(/^Not worked on since/).waitFor();
            await axe_at_zero(phone);
            await screenshot(phone, 'allegation_case_on_a_phone');
            await phone.goto(`${server.address}/`);
            assert.equal(await phone.getByRole('main').getByRole('link', { name: 'D 2041', exact: true }).count(), 0);
        });
    },
};
