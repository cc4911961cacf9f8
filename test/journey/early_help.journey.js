'use strict';
// A contact becomes early help by one press, with what the caller said; somebody from the school leads it and a social worker looks over it; it is
// assessed and planned without anything being typed twice; and stepped up, the assessment begins with what was known.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

const worry = 'They come late every day, and hungry.';

module.exports = {
    name: 'Early help from a contact to a step up, with nothing typed twice',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let contact = '';
        let help = '';

        await step('decides a contact as early help', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/front-door/contact`);
            await page.getByLabel('What they are worried about').fill(worry);
            await page.getByLabel('What the child is known to feel or say').fill('There was no bread.');
            await page.getByLabel('Find people on record').fill('Quillfeather');
            await page.getByRole('button', { name: 'Find' }).click();
            for (const [i, name] of ['Posy', 'Rafe'].entries()) {
                if (i === 0) await page.getByText('Add a child who is not on record').click();
                const child = page.getByRole('group', { name: `New child ${i + 1}` });
                await child.getByLabel('First name').fill(name);
                await child.getByLabel('Last name').fill('Quillfeather');
                await page.getByRole('button', { name: 'Find' }).click();
                await page.getByRole('group', { name: `New child ${i + 2}` }).waitFor();
            }
            await page.getByLabel('Who got in touch').selectOption({ label: 'School' });
            await page.getByLabel('The parents agree').check();
            await page.getByRole('group', { name: 'Decision' }).getByLabel('Early help', { exact: true }).check();
            await page.getByLabel('Why', { exact: true }).fill('The school can help, with somebody who comes in the mornings.');
            await page.getByRole('button', { name: 'Save the contact' }).click();
            await page.waitForURL(/\/contacts\/[0-9a-f]{32}$/);
            contact = page.url();
            await axe_at_zero(page);
        });
        await step('begins it by one press, and what was said is there', async () => {
            await main.getByRole('button', { name: 'Begin early help' }).click();
            await page.waitForURL(/\/early-help\/[0-9a-f]{32}$/);
            help = page.url();
            await main.getByText(worry).waitFor();
            await main.getByText('There was no bread.').waitFor();
            await main.getByText('Nobody leads it yet').waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'early-help');
        });
        await step('says who leads it, from the school, and who looks over it', async () => {
            await main.getByRole('button', { name: 'Change', exact: true }).or(main.getByRole('link', { name: 'Change', exact: true })).click();
            await axe_at_zero(page);
            assert.equal(await page.getByLabel('Why this family is helped now').inputValue(), worry);
            await page.getByLabel('Lead practitioner', { exact: true }).fill('Ms Okafor, learning mentor');
            await page.getByLabel('Their agency, if it is another one').selectOption('school');
            await page.getByLabel('Qualified social worker who looks over it').selectOption({ index: 1 });
            await screenshot(page, 'early-help-form');
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.waitForURL(help);
            await main.getByText('Ms Okafor, learning mentor (School or college)').waitFor();
            assert.equal(await main.getByText('Nobody leads it yet').count(), 0);
        });
        await step('writes the assessment, which begins with what is known', async () => {
            await main.getByRole('button', { name: 'Begin the assessment' }).click();
            await page.waitForURL(/\/items\/[0-9a-f]{32}\/change$/);
            assert.match(await page.getByLabel('What the family and others worry about').inputValue(), /late every day/);
            await page.getByLabel('What it comes to, and what would help').fill('Somebody in the mornings for six weeks.');
            await axe_at_zero(page);
            await screenshot(page, 'early-help-assessment');
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.waitForURL(/\/items\/[0-9a-f]{32}\?saved/);
        });
        await step('writes the plan with the family', async () => {
            await page.goto(help);
            await main.getByRole('link', { name: /^Write the plan/ }).click();
            assert.ok(await page.getByRole('radio', { name: 'Early help plan' }).isChecked());
            await page.getByLabel('What has to be different').fill('Breakfast before school, every day.');
            await page.getByRole('button', { name: 'Save', exact: true }).last().click();
            await page.waitForURL(/\/plans\/[0-9a-f]{32}/);
            await page.goto(help);
            await main.getByText('Breakfast before school, every day.').waitFor();
        });
        await step('looks over it, and is told what is missing', async () => {
            await main.getByText('Look over it', { exact: true }).click();
            await main.getByRole('button', { name: 'Record that you looked over it' }).click();
            await page.getByRole('alert').first().waitFor();
            await axe_at_zero(page);
            await main.getByLabel('This is the right help').check();
            await main.getByRole('button', { name: 'Record that you looked over it' }).click();
            await page.waitForURL(/#oversight$/);
            await main.getByText('This is the right help').first().waitFor();
        });
        await step('is found on the list, on the child\'s page and from the contact', async () => {
            await page.goto(`${server.address}/early-help`);
            await main.getByRole('link', { name: /Quillfeather/ }).first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'early-help-list');
            await page.goto(contact);
            await main.getByRole('link', { name: 'The early help that began with it' }).click();
            await page.waitForURL(help);
            await main.getByRole('link', { name: 'Posy Quillfeather' }).first().click();
            await main.getByRole('heading', { name: 'Early help', level: 2 }).waitFor();
            await axe_at_zero(page);
        });
        await step('reads on a phone without scripts', async () => {
            const phone = await open({ width: 320, height: 640, scripts: false });
            await sign_in(phone, 'social worker');
            for (const address of [help, `${help}/change`, `${help}/step-up`, `${help}/end`, `${server.address}/early-help`]) {
                await phone.goto(address);
                await axe_at_zero(phone);
            }
            await screenshot(phone, 'early-help-phone');
        });
        await step('steps up, and the assessment begins with the summary', async () => {
            await page.goto(`${help}/step-up`);
            assert.match(await page.getByLabel('What goes along').inputValue(), /Somebody in the mornings for six weeks/);
            await page.getByLabel('Why they need more than early help').fill('Nobody has opened the door for two weeks.');
            await screenshot(page, 'early-help-step-up');
            await page.getByRole('button', { name: 'Open a referral and end early help' }).click();
            await page.waitForURL(help);
            await axe_at_zero(page);
            await main.getByRole('link', { name: 'Begin the child and family assessment' }).click();
            await page.getByRole('button', { name: 'Begin' }).click();
            await page.waitForURL(/\/assessments\/[0-9a-f]{32}\/write$/);
            assert.match(await page.getByLabel('What will be looked at').inputValue(), /Nobody has opened the door[\s\S]*Breakfast before school/);
        });
    },
};
