namespace Deliberation.Domain.Respond.Feedback.Masking;

internal static partial class Vocabulary
{
    // What follows "docteur" or "madame" in small letters, or in a text all in capitals, without being a name. Ours,
    // from the sentences of the corpus and from what patients write; words that are also frequent names stay out.
    private const string Ordinary = """
        etait etaient etre suis es sommes etes sera serait soit fut avait avaient avons avez aura aurait ait va vont vais
        allait ira irait vient viennent venait viendra fait font faisait fera ferait faire faut fallait dire disait disent
        dira disant doit doivent devait devra devrait peuvent pouvait pourra pourrait pouvoir veulent voulait voudra
        voudrait voulu vouloir sait savent savait saura savoir voit voient voyait verra voir vu vue prend prennent prenait
        prendra pris prise prendre met mettent mettait mettra mis mise mettre donne donnent donnait donnera donner repond
        repondent repondait repondra repondu repondre demande demandent demandait demandera demander envoie envoient
        envoyait enverra envoye envoyer recoit recoivent recevait recevra recu recevoir ecoute ecoutent ecoutait ecoutera
        ecouter explique expliquent expliquait expliquera expliquer refusent refusait refusera refuser utilise utilisent
        utilisait utilisera utiliser trouve trouvent trouvait trouvera trouver connait connaissent connaissait parle parlent
        parlait parler pense pensent pensait penser passe passent passait passer reste restent restait rester part partent
        parti partie partir arrive arrivent arrivait arriver change changent change changer ouvre ouvrent ouvert ouvrir
        ferme ferment fermer consulte consultent consultait consulter prescrit prescrivent prescrire depose deposent deposait
        deposer lit lisent lisait lire ecrit ecrivent ecrivait ecrire regarde regardent regardait regarder cherche cherchent
        cherchait chercher essaie essaient essayait essayer attend attendent attendait attendre raccroche raccrochent rappelle rappellent
        conseille conseillait conseiller soigne soignait soigner suit suivait suivi suivie suivre travaille travaillait
        exerce exercait exercer assure assurait propose proposait proposer renvoie renvoyait transmet transmettait
        partage partageait ajoute ajoutait ajouter oublie oubliait oublie mal bien tres trop peu beaucoup assez toujours
        jamais souvent parfois encore deja enfin ensuite hier demain aujourd hui maintenant ici la-bas partout nulle
        vraiment seulement simplement rapidement gentiment malheureusement heureusement franchement personnellement
        traitant traitante referent referente habituel habituelle remplacant remplacante scolaire conseil liberal liberale
        hospitalier hospitaliere coordinateur coordinatrice coordonnateur militaire legiste gentil gentille sympa sympathique competent
        competente incompetent absent absente present presente disponible indisponible injoignable nouveau nouvelle ancien
        ancienne jeune vieux vieille bon bonne mauvais mauvaise meme autre autres seul seule adorable formidable parfait
        parfaite super genial geniale nul desagreable agreable attentif attentive presse pressee surcharge surchargee
        deborde debordee malade retraite retraitee certain certaine quelque quelques plusieurs trois-quarts moitie
        chose choses fois jour jours mois annee annees semaine semaines heure heures minute minutes temps matin soir midi
        nuit rendez rdv rendezvous dossier dossiers document documents compte espace application appli site ordonnance
        ordonnances vaccin vaccins vaccination resultat resultats analyse analyses examen examens radio irm scanner mutuelle
        carte carnet hopital clinique cabinet maison pharmacie laboratoire labo service services accueil bureau ecole
        travail ville village france paris mail mails message messages messagerie code codes mot passe numero numeros nom
        noms lettre lettres photo photos telecharger telechargement connexion connecter connecte connectee inscription
        traitement traitements medicament medicaments douleur douleurs operation sang urgence urgences consultation
        consultations visite visites teleconsultation probleme problemes erreur erreurs bug aide reponse reponses question
        questions information informations donnees acces droit droits loi monde gens vie mort cause suite fin debut
        aucunement cher chere chers cheres ministere assurance maladie cpam caisse ars agence etat gouvernement
        pendant vers chez entre contre selon malgre sauf parce afin lorsque puisque tandis cependant pourtant toutefois
        sinon car aupres lors via mes tes nos vos ton ta quel quelle quels quelles lequel laquelle celui celle ceux
        moi toi eux soi autant tant moins tellement presque environ peut-etre deux trois quatre cinq six sept huit neuf
        qu lorsqu jusqu puisqu quelqu presqu entrer sortir appel appels appelle appelait appelé rappel contact
        look looks looked found is was were has had have does did do done will would can could should may might must said says told tells asked asks
        gave gives made makes took takes went goes came comes never always often sometimes not no yes very too also only
        just here there now today yesterday tomorrow my your his her their our its of to from with without for by about
        into over under after before because since until while if than as at on in out up down again still already
        good bad nice kind rude great new old same other another any some all both each every more most less few many
        appointment prescription record records letter test tests result results hospital surgery clinic practice
        doctor doctors nurses office reception receptionist asked answered answers explained refused sent wrote
        """;
}
