/**
 * Finds and runs things in a frame from now on, or in the whole page again.
 *
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {import("selenium-webdriver").WebElement | null} frame
 */
export async function enterFrame(driver, frame) {
  await (frame ? driver.switchTo().frame(frame) : driver.switchTo().defaultContent());
}
