import { render } from 'solid-js/web'
import { Application } from './application'

const root = document.querySelector('#root')
if (root) render(() => <Application />, root)
