// Countries and foreign territories, under the names of the official geographic code: https://www.insee.fr/fr/information/2560452

/** Their apostrophes are those of that code, of two kinds. */
export const COUNTRY_NAMES: readonly string[] = `
Afghanistan
Afrique du Sud
Åland
Albanie
Algérie
Allemagne
Andorre
Angola
Antarctique
Antarctique argentin
Antigua-et-Barbuda
Arabie saoudite
Argentine
Arménie
Aruba
Australie
Autriche
Azerbaïdjan
Bahamas
Bahreïn
Bangladesh
Barbade
Belgique
Bélize
Bénin
Bhoutan
Biélorussie
Birmanie
Bolivie
Bonaire, Saint-Eustache, Saba
Bosnie-Herzégovine
Botswana
Brésil
Brunei
Bulgarie
Burkina
Burundi
Cambodge
Cameroun
Canada
Cap-Vert
Centrafrique
Chagos
Chili
Chine
Chypre
Colombie
Comores
Congo
Cook
Corée du Nord
Corée du Sud
Costa Rica
Côte d’Ivoire
Croatie
Cuba
Curaçao
Danemark
Dépendances de la Couronne britannique
Djibouti
Dominique
Égypte
Émirats arabes unis
Équateur
Érythrée
Espagne
Estonie
États-Unis
Éthiopie
Féroé
Fidji
Finlande
France
Gabon
Gambie
Géorgie
Ghana
Grèce
Grenade
Groenland
Guatemala
Guinée
Guinée équatoriale
Guinée-Bissao
Guyana
Haïti
Honduras
Hong Kong
Hongrie
Inde
Indonésie
Irak
Iran
Irlande
Islande
Israël
Italie
Jamaïque
Japon
Jordanie
Kazakhstan
Kenya
Kirghizstan
Kiribati
Kosovo
Koweït
Laos
Lesotho
Lettonie
Liban
Libéria
Libye
Liechtenstein
Lituanie
Luxembourg
Macao
Macédoine du Nord
Madagascar
Malaisie
Malawi
Maldives
Mali
Malte
Maroc
Marshall
Maurice
Mauritanie
Mexique
Micronésie
Moldavie
Monaco
Mongolie
Monténégro
Mozambique
Namibie
Nauru
Népal
Nicaragua
Niger
Nigéria
Niue
Norvège
Nouvelle-Zélande
Oman
Ouganda
Ouzbékistan
Pakistan
Palaos
Palestine
Panama
Papouasie-Nouvelle-Guinée
Paraguay
Pays-Bas
Pérou
Philippines
Pitcairn
Pologne
Portugal
Qatar
République démocratique du Congo
République dominicaine
Roumanie
Royaume-Uni
Russie
Rwanda
Sahara occidental
Saint-Christophe-et-Niévès
Saint-Marin
Saint-Martin (partie néerlandaise)
Saint-Vincent-et-les-Grenadines
Sainte-Lucie
Salomon
Salvador
Samoa
Sao Tomé-et-Principe
Sénégal
Serbie
Seychelles
Sierra Leone
Singapour
Slovaquie
Slovénie
Somalie
Soudan
Soudan du Sud
Sri Lanka
Suède
Suisse
Suriname
Swaziland
Syrie
Tadjikistan
Taïwan
Tanzanie
Tchad
Tchéquie
Terres australes norvégiennes
Territoire chilien de l'Antarctique
Territoires australiens de l’océan Indien
Territoires britanniques dans l’océan Atlantique Sud
Territoires britanniques dans les Antilles et Bermudes
Territoires britanniques de l’océan Atlantique
Territoires britanniques en Méditerranée
Territoires de l’Australie en Océanie
Territoires de la Nouvelle-Zélande
Territoires des États-Unis en Amérique
Territoires des États-Unis en Océanie
Territoires espagnols en Afrique du Nord
Territoires norvégiens en Atlantique Nord
Territoires portugais de l’océan Atlantique
Thaïlande
Timor oriental
Togo
Tonga
Trinité-et-Tobago
Tunisie
Turkménistan
Turquie
Tuvalu
Ukraine
Uruguay
Vanuatu
Vatican
Vénézuéla
Vietnam
Yémen
Zambie
Zimbabwe
`
  .trim()
  .split('\n')
