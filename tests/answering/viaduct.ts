/** What is asked and told of a made-up affair in which sources differ. */
export const cracks = ['Les ingénieurs ont compté quatorze fissures sur le viaduc.'];
export const moreCracks = [...cracks, 'Les ingénieurs ont compté vingt fissures sur le viaduc.'];
export const sameCracks = [...cracks, 'Sur le viaduc, les ingénieurs ont compté 14 fissures.'];
export const howMany = 'Combien de fissures les ingénieurs ont-ils comptées sur le viaduc ?';
export const whether = 'La mairie a-t-elle acheté le terrain du viaduc ?';
export const bought = 'La mairie a acheté le terrain du viaduc.';
