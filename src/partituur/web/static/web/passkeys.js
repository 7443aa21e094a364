// Passkeys: ask the browser for one, and post its answer as an ordinary form.
// A form with data-passkey="get" or "create" holds a hidden field "credential". What to ask stands
// in the page (data-options names a <script type="application/json">) or is fetched (data-from).

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (each) => each.charCodeAt(0))
const words = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

function opened (options) {
  const key = { ...options.publicKey, challenge: bytes(options.publicKey.challenge) }
  if (key.user) key.user = { ...key.user, id: bytes(key.user.id) }
  for (const name of ['allowCredentials', 'excludeCredentials']) {
    if (key[name]) key[name] = key[name].map((each) => ({ ...each, id: bytes(each.id) }))
  }
  return { publicKey: key }
}

function closed (credential) {
  const response = {}
  for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (credential.response[name]) response[name] = words(credential.response[name])
  }
  return JSON.stringify({
    id: credential.id,
    rawId: words(credential.rawId),
    type: credential.type,
    response,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults()
  })
}

async function optionsOf (form) {
  if (form.dataset.from) {
    const answer = await fetch(form.dataset.from, { headers: { Accept: 'application/json' } })
    return (await answer.json()).request_options
  }
  const said = JSON.parse(document.getElementById(form.dataset.options).textContent)
  return said.request_options ?? said.creation_options
}

async function ask (event) {
  const form = event.currentTarget
  if (form.elements.credential.value) return
  event.preventDefault()
  const problem = form.querySelector('[data-problem]')
  if (problem) problem.hidden = true
  try {
    const options = opened(await optionsOf(form))
    const credential = form.dataset.passkey === 'create'
      ? await navigator.credentials.create(options)
      : await navigator.credentials.get(options)
    form.elements.credential.value = closed(credential)
    form.submit()
  } catch {
    if (problem) problem.hidden = false
  }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential) continue
  form.hidden = false
  form.addEventListener('submit', ask)
}
