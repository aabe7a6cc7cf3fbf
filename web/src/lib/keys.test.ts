import { describe, expect, it } from 'vitest'
import { actionOf } from './keys'

const press = (key: string, more = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, target: { tagName: 'BODY' }, ...more })

describe('keys', () => {
  it('j k / ? and Escape mean what the help says', () => {
    expect(['j', 'k', 'o', '/', '?', 'Escape'].map((key) => actionOf(press(key)))).toEqual(['next', 'previous', 'open', 'search', 'help', 'back'])
  })
  it('leave a field alone, but for Escape', () => {
    for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT']) {
      expect(actionOf(press('j', { target: { tagName } }))).toBeNull()
      expect(actionOf(press('Escape', { target: { tagName } }))).toBe('back')
    }
    expect(actionOf(press('/', { target: { tagName: 'DIV', isContentEditable: true } }))).toBeNull()
  })
  it('leave the browser its shortcuts and the input method its letters', () => {
    expect(actionOf(press('k', { ctrlKey: true }))).toBeNull()
    expect(actionOf(press('j', { isComposing: true }))).toBeNull()
  })
})
