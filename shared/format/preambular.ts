/**
 * Openings of preambular paragraphs. "Each preambular paragraph begins with a participle or an adjective"
 * (United Nations Editorial Manual, Resolutions, drafting and editing); the lists are the usual ones, by language.
 */

/** Participles of a language by their ending, when the paragraph also ends as a preambular one does: with a comma. */
const ENDING_WITH_COMMA: readonly RegExp[] = [
  // English: Recalling, Further noting, Deeply concerned, Mindful of
  /^(?:(?:Also|Further|Again|Once again|Fully|Deeply|Gravely|Seriously|Strongly|Firmly|\p{Lu}\p{Ll}+ly),? )?\p{L}+ing\b/u,
  /^(?:\p{Lu}\p{Ll}+ly )?(?:Alarmed|Aware|Cognizant|Concerned|Conscious|Convinced|Determined|Disturbed|Encouraged|Guided|Inspired|Mindful|Resolved|Shocked|Appalled|Dismayed|Distressed|Satisfied|alarmed|aware|concerned|conscious|convinced|disturbed|encouraged|mindful)\b/u,
  // French: Rappelant, Consciente, Profondément préoccupée, Ayant
  /^(?:\p{L}+ment )?\p{L}+(?:ant|ante)\b/u,
  /^(?:\p{L}+ment )?(?:Consciente?|Convaincue?|Préoccupée?|préoccupée?|Alarmée?|alarmée?|Résolue?|Soucieuse|Guidée?|Inspirée?|Encouragée?|Vivement)\b/u,
  // Spanish: Recordando, Teniendo, Consciente, Profundamente preocupada
  /^\p{L}+(?:ando|iendo|yendo)\b/u,
  /^(?:\p{L}+mente )?(?:Consciente|Convencid[ao]|Preocupad[ao]|preocupad[ao]|Alarmad[ao]|alarmad[ao]|Decidid[ao]|Resuelt[ao]|Guiad[ao]|Alentad[ao])(?= |$)/u,
  // Russian: Ссылаясь, Отмечая, Учитывая, Будучи, Рассмотрев
  /^(?:\p{Script=Cyrillic}+о )?\p{Script=Cyrillic}+(?:ая|яя|уя|ясь|аясь|чи|ив|ев|ав|вшись)(?= )/u,
  // Chinese: 回顾, 重申, 铭记
  /^(?:又|还|进一步|再次|深为|深感|严重)?(?:回顾|重申|注意到|认识到|铭记|深信|欢迎|强调|关切|确认|赞赏|意识到|考虑到|承认|念及|审议了|忆及|着重指出)/u,
  // Arabic: إذ تشير, وإذ تؤكد
  /^و?إذ /u,
];

/** English openings that are never anything else, whatever ends the paragraph. */
const UNMISTAKABLE =
  /^(?:(?:Also|Further) )?(?:Recalling|Reaffirming|Noting|Recognizing|Bearing in mind|Taking note|Reiterating|Acknowledging)\b/;

const LAST_COMMA = /[,،，;；]\]*$/;

/** Whether an unlabelled block reads as a preambular paragraph. */
export const readsPreambular = (text: string): boolean => {
  const bare = text.replace(/^[[\s]+/, '');
  if (LAST_COMMA.test(text.trimEnd())) return ENDING_WITH_COMMA.some((opening) => opening.test(bare));
  return UNMISTAKABLE.test(bare) && /:$/.test(text.trimEnd());
};
