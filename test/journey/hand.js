'use strict';
// A hand that counts what it does, for docs/guide/clicks.md: each press of a pointer, and each key. A text in somebody's own words is
// one press to get into its field; its words are not counted, because nothing could spare them.

class Hand {
    constructor(page) {
        this.page = page;
        this.clicks = 0;
        this.keys = 0;
    }

    async press(locator) {
        await locator.click();
        this.clicks += 1;
    }

    /// One press, and what was chosen.
    async choose(locator, option) {
        await locator.selectOption(option);
        this.clicks += 2; // The list is opened, and the choice is pressed.
    }

    /// A press into a field, and each key of what is not prose: a name, a date.
    async type(locator, text) {
        await locator.click();
        await locator.pressSequentially(text);
        this.clicks += 1;
        this.keys += text.length;
    }

    async own_words(locator, text) {
        await locator.click();
        await locator.fill(text);
        this.clicks += 1;
    }

    async key(name) {
        await this.page.keyboard.press(name);
        this.keys += 1;
    }

    async keys_of(text) {
        await this.page.keyboard.type(text, { delay: 20 });
        this.keys += text.length;
    }
}

module.exports = { Hand };
