import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@fontsource-variable/source-sans-3/index.css'
import './ui/tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.js'
import { startTexts } from './texts/language.js'

startTexts()

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
