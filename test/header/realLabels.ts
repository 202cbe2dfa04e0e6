// What is said by hand of the labels of real files: sorted words, as `foldWording` gives them.

/** Pairs of the reuser that are not counted, by the reason. A label that he gave to two fields of one file is left out besides. */
export const DEBATABLE: Readonly<Record<string, readonly string[]>> = {
  'another amount than the one granted: paid, carried out, estimated, or of another giver': [
    'montant: budgetaire liquide montant',
    'montant: ca',
    'montant: ca en numeraire realise valeur',
    'montant: montant verse',
    'montant: compensee dep rec subvention',
    'montant: initial montant projet',
    'montant: europeen financement montant',
    'montant: affecte fin montant',
  ],
  'a number of cases, in a table that is of no grants': ['montant: sc subvention'],
  'the worth of benefits in kind, not the nature of the grant': ['nature: en nature prestation'],
  'what the association is for, and what kind it is, not the grant': ['objet: association objet', 'nature: code nature sociale'],
  'a number or a code where a name is meant': [
    'nomAttribuant: code collectivite',
    'nomAttribuant: code collectivite insee',
    'nomBeneficiaire: beneficiaire identification',
  ],
  'a share where a name is meant': ['nomBeneficiaire: attribue beneficiaire montant pourcentage'],
  'the giver by its label, and the receiver by the reuser': [
    'idBeneficiaire: code collectivite siret',
    'idBeneficiaire: administrative autorite siret',
    'nomBeneficiaire: collectivit nom',
  ],
  'a place or an action that the money is for: nothing says that it receives it': [
    'nomBeneficiaire: nom projet',
    'nomBeneficiaire: epci nom',
    'nomBeneficiaire: lycee nom',
    'nomBeneficiaire: copropriete nom',
  ],
}

/** Labels of fields that the reuser did not look for, or not in files where he had no use for them: right by their own words. */
export const RIGHT: Readonly<Record<string, readonly string[]>> = {
  nomAttribuant: ['attributaire nom', 'coll nom', 'collectivit nom', 'nom sacoll', 'collectivite'],
  idAttribuant: [
    'attributaire identification',
    'coll siret',
    'attribuant i',
    'attributaire identifiant',
    'attribuant identification',
    'attribuant identifiant',
    'attribuant numero siret',
    'sacoll siret',
  ],
  referenceDecision: [
    'decision reference',
    'cision d f r rence',
    'acte ref',
    'acte reference',
    'acte f r rence',
    'deliberation numero',
    'deliberation reference',
  ],
  idBeneficiaire: [
    'beneficiaire identification',
    'b ficiaire identification numero',
    'attrib siret',
    'beneficiaire i',
    'beneficiaire identifiant',
  ],
  conditionsVersement: [
    'condition versement',
    'condition subvention versement',
    'condition echelonne preciser unique versement',
    'condition sub versement',
  ],
  datesPeriodeVersement: [
    'date versement',
    'date periode versement',
    'date ou periode versement',
    'date sub versement',
    'date perioded versement',
  ],
  idRAE: [
    'entreprise numero referencement repertoire',
    'entreprise f numero pertoire r r rencement ro',
    'aide dispositif entreprise recense repertoire',
    'rae',
    'identifiant rae',
    'aide attribuee est identifiant laquelle rae subvention titre',
    'numero rae',
  ],
  notificationUE: [
    'notif ue',
    'a aide europe notifiee',
    'aide e europe notifi',
    '107 108 1407 18 2013 2013 a aide application article commission conformement decembre disposition et europeenne fonctionnement minimi notification numero reglement relatif sur traite ue union',
    'a aide commission etat europeenne notifiee',
  ],
  pourcentageSubvention: [
    'attribue beneficiaire montant pourcentage subvention',
    'attribu b ficiaire montant numero pourcentage subvention',
    'pourcentage subvention',
    'attribuee beneficiaire montant pourcentage subvention total',
    'montant pourcentage total',
    'attribuee beneficiaire montant pourcentage subvention',
    'attribue beneficiaire montant pourcentage',
    'pourentage subvention',
  ],
  dateConvention: ['conv dat', 'conv date'],
  nomBeneficiaire: ['attrib nom', 'b ficiaire nom numero'],
}
