/** The glossary, as people read it. */
export const terms = {
  phase: {
    preparation: 'Preparation',
    drafting: 'Drafting',
    consultation: 'Consultation',
    negotiation: 'Negotiation',
    silence: 'Silence procedure',
    adoption: 'Adoption',
    closed: 'Closed',
  },
  phaseHelp: {
    preparation: 'The team sets up the text. Facilitators and drafters may write.',
    drafting: 'Facilitators and drafters write; everyone but observers may comment and propose.',
    consultation:
      'The text stands still while comments and proposals come in. Closes by itself if a time is set.',
    negotiation: 'Facilitators and drafters write while delegations negotiate.',
    silence: 'The text stands still. It is agreed unless a government objects before the deadline.',
    adoption: 'The text stands still. Declarations may be put on record.',
    closed: 'Nothing can be changed any more. Everything stays readable.',
  },
  role: {
    facilitator: 'Facilitator',
    drafter: 'Drafter',
    delegate: 'Delegate',
    stakeholder: 'Stakeholder',
    observer: 'Observer',
  },
  roleHelp: {
    facilitator: 'Leads the process: writes, changes the phase, publishes versions, invites.',
    drafter: 'Writes the working text.',
    delegate: 'Speaks for a government: comments, proposes, records positions, objects.',
    stakeholder: 'Speaks for an organisation: comments, proposes, records positions.',
    observer: 'Reads.',
  },
  constituency: {
    government: 'Government',
    'civil-society': 'Civil society',
    'private-sector': 'Private sector',
    'technical-community': 'Technical community',
    academia: 'Academia',
    'international-organisation': 'International organisation',
    none: 'Facilitators',
  },
  region: {
    african: 'African States',
    'asia-pacific': 'Asia-Pacific States',
    'eastern-european': 'Eastern European States',
    grulac: 'Latin American and Caribbean States',
    weog: 'Western European and other States',
  },
  stage: {
    elements: 'Elements paper',
    zero: 'Zero draft',
    revision: 'Revision',
    final: 'Final text',
  },
  workingText: 'Working text',
} as const;
