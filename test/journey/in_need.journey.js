'use strict';
// A child in need to the end of the plan: a family is asked to make its own plan and does, a meeting reviews what was agreed, and the plan
// ends with a reason and with when the child was last seen.

const assert = require('node:assert/strict');
const { save } = require('./forms.js');
const { axe_at_zero, screenshot } = require('./page.js');

async function hold(page, child, kind) {
    await page.goto(`${child}/meeting?kind=${kind}`);
    const now = new Date();
    await page.locator('#planned_for-day').fill(String(now.getDate()));
    await page.locator('#planned_for-month').fill(String(now.getMonth() + 1));
    await page.locator('#planned_for-year').fill(String(now.getFullYear()));
    await page.locator('#planned_for-time').fill('00:01');
    await page.getByLabel('Who leads it').fill('Ms Okafor');
    await page.getByRole('button', { name: 'Save, it was held already' }).click();
    await page.waitForURL(/\/meetings\/[0-9a-f]{32}\/held$/);
}

module.exports = {
    name: 'A child in need, from the family\'s own plan to the end',
    server: 'demo',
    async walk({ step, open, sign_in }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';
        let plan = '';

        await step('writes a child in need plan', async () => {
            await sign_in(page, 'social worker');
            child = await main.locator('tbody a[href^="/children/"]').nth(1).evaluate((link) => link.href);
            await page.goto(`${child}/plan?kind=in_need`);
            assert.ok(await page.getByRole('radio', { name: 'Child in need plan' }).isChecked());
            await page.getByLabel('What has to be different').fill('Somebody is in when school ends.');
            await save(page);
            await page.waitForURL(/\/plans\/[0-9a-f]{32}/);
            plan = new URL(page.url()).pathname;
        });
        await step('offers the family to make its own plan', async () => {
            await page.goto(`${child}/add/family_group_offer`);
            const today = new Date();
            const offered = page.getByRole('group', { name: 'Offered on' });
            await offered.getByLabel('Day').fill(String(today.getDate()));
            await offered.getByLabel('Month').fill(String(today.getMonth() + 1));
            await offered.getByLabel('Year').fill(String(today.getFullYear()));
            await page.getByLabel('Offered to').fill('Mother, grandmother and uncle');
            await page.getByLabel('What they said').selectOption({ label: 'The family wants to meet' }).catch(() => page.getByLabel('The family wants to meet').check());
            await axe_at_zero(page);
            await save(page);
            await page.waitForURL(/\/items\/[0-9a-f]{32}\?saved/);
        });
        await step('writes down the plan that the family made', async () => {
            await hold(page, child, 'family_group_meeting');
            await page.getByLabel('The family\'s plan').fill('Nan is there on Mondays and Tuesdays, Uncle Jo on the others.');
            await page.getByLabel('Yes: we go by it').check();
            await axe_at_zero(page);
            await screenshot(page, 'family-group');
            await save(page);
            await page.waitForURL(/\/meetings\/[0-9a-f]{32}$/);
            await main.getByText('Uncle Jo on the others').waitFor();
            await main.getByText('It is their meeting.').waitFor();
            await axe_at_zero(page);
        });
        await step('reviews the plan in a meeting, and is told that it is still in force', async () => {
            await hold(page, child, 'in_need_meeting');
            await page.getByLabel('What was decided, and why').fill('The family does this alone now.');
            await page.getByLabel('The child is no longer in need: the plan ends').check();
            await save(page);
            await page.waitForURL(/\/meetings\/[0-9a-f]{32}$/);
            await main.getByText('child in need plan is still in force').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'in-need-review');
        });
        await step('ends the plan with a reason and when the child was last seen', async () => {
            await page.goto(new URL(`${plan}/end`, page.url()).href);
            await main.getByRole('heading', { name: 'When each child was last seen' }).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'in-need-end');
            await page.getByRole('button', { name: 'End the plan' }).click();
            await page.getByRole('alert').first().waitFor();
            await page.getByLabel('Why it ended').selectOption({ label: 'What had to be different is different' });
            await page.getByRole('button', { name: 'End the plan' }).click();
            await page.waitForURL(new RegExp(`${plan}$`));
            await axe_at_zero(page);
        });
    },
};
