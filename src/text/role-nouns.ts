/** Nouns for what a person is; before or after a name they say that it is a person's. */
export const roleNouns = new Set(
  `
  president presidente ministre minister premier premiere conseiller conseillere adviser advisor secretaire secretary
  chancelier chanceliere chancellor roi reine king queen prince princesse princess general generale colonel capitaine captain
  senateur senatrice senator representative depute deputee lawmaker deputy gouverneur governor maire mayor chairman chairwoman
  chairperson chef chief directeur directrice director ambassadeur ambassadrice ambassador commissaire commissioner
  porte-parole spokesman spokeswoman spokesperson juge judge procureur procureure prosecutor attorney avocat avocate lawyer
  journaliste journalist reporter editor redacteur redactrice correspondant correspondante correspondent militant militante
  activist chercheur chercheuse researcher expert experte analyst analyste fondateur fondatrice founder pdg ceo patron patronne
  boss head leader dirigeant dirigeante official responsable officer ecrivain ecrivaine writer author auteur autrice auteure
  professeur professor pape pope cheikh sheikh imam rabbin rabbi homologue counterpart magistrat magistrate diplomate diplomat
  candidat candidate opposant opposante dissident dissidente citoyen citizen acteur actrice actor actress chanteur chanteuse singer
  joueur joueuse player entraineur entraineuse coach capitaine historien historienne historian medecin scientist scientifique
  epouse epoux wife husband fils fille daughter frere soeur brother sister pere father mother coordinateur coordinatrice
  coordinator representant representante envoye envoyee envoy predecesseur predecessor successeur successor elu elue
  conservateur conservatrice curator architecte architect peintre painter ingenieur engineer pilote pilot
`
    .trim()
    .split(/\s+/),
);
