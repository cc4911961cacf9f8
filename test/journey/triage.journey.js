'use strict';
// While somebody decides on a contact, other agencies are asked what they know, on a footing that is said; one answers, one declines, one is
// late; and the decision says which threshold is met and what in the council's guide says so.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'Agencies are asked and answer, and a contact is decided on with its threshold',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let contact = '';

        await step('takes a call that is not safe to tell the parents of', async () => {
            await sign_in(page, 'front door social worker');
            await page.goto(`${server.address}/front-door/contact`);
            await page.getByLabel('What they are worried about').fill('A child screamed, then a door.');
            await page.getByLabel('Find people on record').fill('Threlkeldson');
            await page.getByRole('button', { name: 'Find' }).click();
            await page.getByText('Add a child who is not on record').click();
            const child = page.getByRole('group', { name: 'New child 1' });
            await child.getByLabel('First name').fill('Isolde');
            await child.getByLabel('Last name').fill('Threlkeldson');
            await page.getByLabel('Telling the parents may put a child at risk').check();
            await page.getByRole('button', { name: 'Save the contact' }).click();
            await page.waitForURL(/\/contacts\/[0-9a-f]{32}$/);
            contact = page.url();
            await main.getByText('Nobody has been asked yet.').waitFor();
            await axe_at_zero(page);
        });
        await step('asks three agencies at once, and must say why without agreement', async () => {
            await main.getByRole('button', { name: 'Ask agencies' }).or(main.getByRole('link', { name: 'Ask agencies' })).click();
            await axe_at_zero(page);
            await keyboard_walk(page);
            for (const agency of ['Police', 'School or college', 'GP']) await page.getByLabel(agency, { exact: true }).check();
            await page.getByLabel('What is asked').fill('What do you know of this family?');
            assert.ok(await page.getByLabel('Without asking the family: asking may put a child at risk').isChecked());
            await page.getByRole('button', { name: 'Record that they were asked' }).click();
            await page.getByRole('alert').first().waitFor();
            assert.equal(await page.getByLabel('What is asked').inputValue(), 'What do you know of this family?');
            await axe_at_zero(page);
            await page.getByLabel('Why, if the family has not agreed').fill('The father reads all messages.');
            await screenshot(page, 'agencies-asked');
            await page.getByRole('button', { name: 'Record that they were asked' }).click();
            await page.waitForURL(/\/contacts\/[0-9a-f]{32}#checks$/);
            assert.equal(await main.getByRole('link', { name: /^Record the answer/ }).count(), 3);
        });
        await step('records what the police know of this child alone', async () => {
            await main.getByRole('link', { name: 'Record the answer of Police' }).click();
            await axe_at_zero(page);
            await page.getByLabel('They know the family').check();
            await page.getByLabel('Who answered').fill('PC Marsh');
            await page.getByLabel('What they know of this child').fill('Two calls to the address in May.');
            await screenshot(page, 'agency-answer');
            await page.getByRole('button', { name: 'Save the answer' }).click();
            await page.waitForURL(/#checks$/);
        });
        await step('records that the GP declines, and why', async () => {
            await main.getByRole('link', { name: 'Record the answer of GP' }).click();
            await page.getByLabel('They declined to say').check();
            await page.getByRole('button', { name: 'Save the answer' }).click();
            await page.getByRole('alert').first().waitFor();
            await page.getByLabel('Why they declined, if they did').fill('They want it in writing.');
            await page.getByRole('button', { name: 'Save the answer' }).click();
            await page.waitForURL(/#checks$/);
            await main.getByText('Declined', { exact: true }).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'contact-with-checks');
        });
        await step('sees on the list who has not answered', async () => {
            await page.goto(`${server.address}/front-door`);
            await main.getByRole('row', { name: /Threlkeldson/ }).getByText('2 of 3 answered').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'front-door-agencies');
        });
        await step('decides with the threshold, and what in the guide says so', async () => {
            await page.goto(contact);
            await page.getByLabel('Significant harm, suffered or likely (section 47)').check();
            await page.getByLabel('Referral: assess').check();
            await page.getByLabel('Why', { exact: true }).fill('Screams, and the police know the address.');
            await page.getByRole('button', { name: 'Save the decision' }).click();
            await page.getByRole('alert').first().waitFor();
            await axe_at_zero(page);
            await page.getByLabel('What in the guide says so').fill('Reason to think that a child suffers significant harm.');
            await page.getByRole('button', { name: 'Save the decision' }).click();
            await main.getByText('Reason to think that a child suffers significant harm.').waitFor();
            await main.getByText('Significant harm, suffered or likely (section 47)').waitFor();
            await axe_at_zero(page);
        });
        await step('finds what the police said in the child\'s own story', async () => {
            await main.getByRole('link', { name: 'Isolde Threlkeldson' }).first().click();
            await main.getByRole('link', { name: /Agency check/ }).first().waitFor();
            await page.goto(contact);
            await main.getByRole('link', { name: 'Police', exact: true }).click();
            await main.getByText('Two calls to the address in May.').waitFor();
            await main.getByText('The father reads all messages.').waitFor();
            await axe_at_zero(page);
        });
        await step('asks on a phone without scripts', async () => {
            const check = page.url();
            const phone = await open({ width: 320, height: 640, scripts: false });
            await sign_in(phone, 'front door social worker');
            for (const address of [contact, `${contact}/checks`, check, `${check}/answer`]) {
                await phone.goto(address);
                await axe_at_zero(phone);
            }
            await phone.goto(contact);
            await screenshot(phone, 'contact-with-checks-phone');
        });
    },
};
