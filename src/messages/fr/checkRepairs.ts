// What the repairs of single checks and of dates with their hour mend.
import type { Messages, RepairName } from '../messages.js'
import { count, plural } from './words.js'

export const checkRepairs = {
  isoMoment: {
    did: (cells) => `${count(cells, 'date')} avec heure presque dans la bonne forme`,
    why: () => "L'année est écrite d'abord et l'heure est là ; il reste à prendre exactement la forme demandée.",
  },
  dayFirstMoment: {
    did: (cells) => `${count(cells, 'date')} avec heure ${plural(cells, 'écrite', 'écrites')} à la française`,
    why: () => "Le jour est écrit d'abord, alors que le schéma demande une autre forme.",
  },
  yearInterval: {
    did: (cells) => `${count(cells, 'période')} d'années à écrire avec une barre oblique`,
    why: () => 'Les deux années sont là ; il reste à mettre entre elles une barre oblique, sans espace.',
  },
  openingHoursFrench: {
    did: (cells) => `${count(cells, 'horaire')} ${plural(cells, 'écrit', 'écrits')} à la française`,
    why: () => "Le schéma demande la notation d'OpenStreetMap : des jours en deux lettres anglaises, des heures comme 09:00.",
  },
  phoneSpacing: {
    did: (cells) => `${count(cells, 'numéro')} de téléphone aux chiffres mal séparés`,
    why: () => 'Les dix chiffres sont là ; des espaces suffisent entre eux.',
  },
  overseasPhone: {
    did: (cells) => `${count(cells, 'mobile')} d'outre-mer sans indicatif`,
    why: () => "Un mobile d'outre-mer s'écrit avec l'indicatif de son territoire.",
  },
  swappedCoordinates: {
    did: (cells) => `${count(cells, 'position')} où latitude et longitude sont inversées`,
    why: () => 'Une fois la latitude et la longitude échangées, le lieu est en France.',
  },
} as const satisfies Partial<{ readonly [R in RepairName]: Messages['repairs'][R] }>
