/** The icons in use, named for what they mean here. Each stands beside words or has a label on its button. */
export {
  ArrowLeftRight as SwapIcon,
  Check as DoneIcon,
  ChevronDown as NextIcon,
  ChevronDown as OpenIcon,
  ChevronUp as PreviousIcon,
  CircleUserRound as PersonIcon,
  Command as CommandIcon,
  Copy as CopyIcon,
  Download as DownloadIcon,
  Link as LinkIcon,
  ListTree as OutlineIcon,
  PanelRight as DetailsIcon,
  Plus as AddIcon,
  Printer as PrintIcon,
  SunMoon as AppearanceIcon,
  X as CloseIcon,
} from 'lucide-react';
