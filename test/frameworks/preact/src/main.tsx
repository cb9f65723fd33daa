import { render } from 'preact'
import { Application } from './application'

const root = document.querySelector('#root')
if (root) render(<Application />, root)
