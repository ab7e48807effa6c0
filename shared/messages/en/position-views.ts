/** Where rough consensus could be, what is most contested, who objects alike, and who has not been heard. */
export const positionViews = {
  consensus: {
    lead: 'A reading for facilitators, not a decision: paragraph by paragraph, what was heard, what objections remain, and who has not been heard.',
    how: 'How this is read',
    formula: {
      objections:
        'A paragraph has one of three answers. As soon as one delegation or group opposes it or has a concern, objections remain, however many others support it: nobody is outvoted.',
      enough:
        'Where nobody objects, that means something only if more than half of the delegations asked were heard on these very words and no regional group or constituency among them is silent as a whole. Then the answer is: no objections heard.',
      otherwise:
        'Otherwise not enough was heard. Silence is never counted as consent; who has not been heard is listed.',
      old: 'Support for words that have changed since waits to be reconfirmed and does not count as heard; an objection to earlier words remains one until whoever raised it says otherwise.',
    },
    source:
      'Name and idea: RFC 7282, “On Consensus and Humming in the IETF” (2014): consensus is rough when every objection has been addressed, though perhaps not accommodated. The share of one half is that of rule 67 of the rules of procedure of the General Assembly (a majority present for any decision). Rules V30 to V34 in docs/spec.md.',
    frame: 'Whose consensus',
    frames: { government: 'Governments', everybody: 'Everybody' },
    answers: {
      'no-objections-heard': 'No objections heard',
      'objections-remain': 'Objections remain',
      'not-enough-heard': 'Not enough heard',
    },
    all: 'All paragraphs',
    sentences: {
      'nobody-objects': 'More than half was heard, from every part, and nobody objects.',
      'opposition-remains': 'It is opposed.',
      'concerns-remain': 'There are concerns, and no opposition.',
      'nobody-heard': 'Nobody was heard on these words.',
      'too-few-heard': 'Nobody objects, but not more than half was heard.',
      'whole-groups-not-heard': 'Nobody objects, but whole parts are silent: {{parts}}.',
    },
    heard: '{{heard, number}} of {{asked, number}} heard',
    objections: 'Objections',
    allObjections_one: 'Show {{count, number}} objection',
    allObjections_other: 'Show all {{count, number}} objections',
    outside: 'Objections from others, which do not change the answer',
    behind_one: 'for {{count, number}} delegation',
    behind_other: 'for {{count, number}} delegations',
    onEarlier: 'on earlier words',
    notHeard_one: 'Who has not been heard: {{count, number}}',
    notHeard_other: 'Who has not been heard: {{count, number}}',
    waiting_one: 'Who has to reconfirm: {{count, number}}',
    waiting_other: 'Who has to reconfirm: {{count, number}}',
    none: 'No paragraph has this answer.',
  },
  contested: {
    lead: 'Paragraphs by what is said against them: first by the governments that oppose, then by those with a concern.',
    none: 'Nobody objects to any paragraph.',
  },
  pairs: {
    lead: 'Delegations and groups that object to the same paragraphs, each in its own voice. Likeness is the share of paragraphs both object to in all that at least one of them objects to (Jaccard index).',
    none: 'No two delegations or groups object to the same paragraph.',
    both: 'Both',
    shared: 'Paragraphs both object to',
    either: 'At least one',
    likeness: 'Likeness',
    more: 'The first {{shown, number}} of {{total, number}} pairs.',
  },
  silent: {
    lead: 'Who has said nothing on a part of the text, neither itself nor through a group.',
    section: 'Section',
    delegations_one: '{{count, number}} delegation not heard',
    delegations_other: '{{count, number}} delegations not heard',
    throughGroups_one: '{{count, number}} delegation heard through groups alone',
    throughGroups_other: '{{count, number}} delegations heard through groups alone',
    whole: 'Silent as a whole',
    nobodyWhole: 'No constituency or regional group is silent as a whole.',
    everybody: 'Every delegation was heard.',
    nobody: 'None.',
  },
} as const;
