import './styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startMessages } from './ui/messages.ts';

const place = document.getElementById('root');
if (place !== null) void startMessages().then(() => createRoot(place).render(<App />));
