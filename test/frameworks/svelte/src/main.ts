import { mount } from 'svelte'
import Application from './application.svelte'

const target = document.querySelector('#root')
if (target) mount(Application, { target })
