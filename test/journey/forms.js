'use strict';
// What a form is given by everybody who fills it in: days, choices, and the button that saves.

/// So many days from today: [day, month, year].
function days_on(days) {
    const date = new Date(Date.now() + days * 86_400_000);
    return [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
}

async function type_day(page, name, [day, month, year]) {
    await page.locator(`#${name}-day`).fill(String(day));
    await page.locator(`#${name}-month`).fill(String(month));
    await page.locator(`#${name}-year`).fill(String(year));
}

/// A few choices are buttons, more are a list.
async function choose(page, name, code) {
    if (await page.locator(`select[name=${name}]`).count() > 0) await page.locator(`select[name=${name}]`).selectOption(code);
    else await page.locator(`input[name=${name}][value=${code}]`).check();
}

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

module.exports = { days_on, type_day, choose, save };
