import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './app/portal.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod/v4/core'
import { createPortal, Portal } from './app/portal.tsx'
import { announceStyleNonce } from './lib/nonce.ts'

// The content-security-policy forbids making functions from text, which is how zod would speed up its parsers.
config({ jitless: true })
announceStyleNonce()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root')
createRoot(root).render(
  <StrictMode>
    <Portal {...createPortal()} />
  </StrictMode>,
)
