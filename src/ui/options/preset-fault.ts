import type { PresetFault, PresetFaultCode } from '../../core/post/presets/check-preset.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { Translator } from '../../i18n/translator.ts';

type TemplateFaultCode = Extract<PresetFaultCode, `template_${string}`>;

/** Returns what is wrong with a preset, in the user's language, with the word at fault and its place. */
export function faultSentence({ code, word = '', at }: PresetFault, { t }: Translator): string {
  const sentence = t(keyOf(code), word);
  return at === undefined ? sentence : `${sentence} ${t('atCharacter', String(at + 1))}`;
}

function keyOf(code: PresetFaultCode): MessageKey {
  return isTemplateFault(code) ? code : `preset_${code}`;
}

function isTemplateFault(code: PresetFaultCode): code is TemplateFaultCode {
  return code.startsWith('template_');
}
