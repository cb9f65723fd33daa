import '../src/define.ts'
import { showPanel } from './panel.ts'
import type { Config } from './serve.ts'

const config: Promise<Config> = fetch('/config.json').then(answer => answer.json())

const papers = document.querySelector('seal-drop')
const panel = document.querySelector<HTMLElement>('#panel')
if (!papers || !panel) throw new Error('The page is not the one this script was written for.')

// The key of the local sandbox, good for nothing else. A real site never puts its key into a page: its own server
// adds it to what it forwards, and `endpoint` names that server.
papers.authorize = async () => ({ 'Api-Key': (await config).apiKey })

showPanel(panel, papers, (await config).sandbox)
