import 'sealdrop/define'
import { bootstrapApplication } from '@angular/platform-browser'
import { Application } from './application'

bootstrapApplication(Application)
