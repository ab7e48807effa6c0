import { plain, pp, title } from './block.ts';

export const preamble = [
  title('title', 'Outcome document of the sample review of twenty years of digital cooperation'),
  plain(
    'chapeau',
    'We, the representatives of the parties to this sample negotiation, meeting at the close of the twenty-year review of digital cooperation,',
  ),
  pp(
    'pp-charter',
    '_Recalling_ the purposes and principles of the Charter of the United Nations, and reaffirming that the rules of international law apply to what States do by digital means,',
  ),
  pp(
    'pp-agenda',
    '_Reaffirming_ the commitment to leave no one behind, and convinced that the Sustainable Development Goals cannot be reached in any country whose people remain without meaningful connectivity,',
  ),
  pp(
    'pp-progress',
    '_Recognizing_ that in twenty years access to the Internet has grown from about one billion people to several billion, and that this growth has changed how people learn, work, trade and govern themselves,',
  ),
  pp(
    'pp-divides',
    '_Deeply concerned_ that a large part of the world’s population remains offline, most of them in developing countries, and that women, older persons, persons with disabilities and people in rural areas are over-represented among them,',
  ),
  pp(
    'pp-rights',
    '_Reaffirming_ that the same rights that people have offline must also be protected online,',
  ),
  pp(
    'pp-stakeholders',
    '_Stressing_ that Governments, the private sector, civil society, international organizations, the technical and academic communities and all other relevant stakeholders have each contributed to these results, in their respective roles and responsibilities,',
  ),
  pp(
    'pp-environment',
    '_Noting_ that digital technologies can help to observe and protect the environment, and that their own use of energy, water and minerals is growing,',
  ),
  pp(
    'pp-gender',
    '_Welcoming_ the progress made towards equality between women and men in the use of digital technologies, and mindful that it remains uneven within and among countries,',
  ),
];
