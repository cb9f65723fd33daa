import type { Page } from 'playwright'

/** Slows what this page sends, in bits per second, as the browser's developer tools do. Answers and latency stay as they are. */
export const throttleUploads = async (page: Page, bitsPerSecond: number): Promise<void> => {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bitsPerSecond / 8,
  })
}

/** Makes the page's main thread so many times as slow, as the developer tools do. Workers and the browser itself keep their speed. */
export const throttleMainThread = async (page: Page, times: number): Promise<void> => {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: times })
}
