namespace Deliberation.Domain.Respond.Feedback.Masking;

internal static partial class Vocabulary
{
    private static (Role Role, string Words)[] Lists =>
        [
            (
                Role.Numeral,
                """
                zero=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13
                quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70
                huitante=80 octante=80 nonante=90 cent=100 cents=100 mille=1000
                one=1 two=2 three=3 four=4 five=5 seven=7 eight=8 nine=9
                """
            ),
            (
                Role.Title,
                """
                m mm mr mrs ms miss mme mmes mlle mlles monsieur madame mademoiselle messieurs mesdames
                dr drs dre docteur docteure docteurs pr prof professeur professeure me maitre doctor professor sir
                """
            ),
            (
                Role.Caregiver | Role.Common,
                """
                medecin medecins generaliste generalistes infirmier infirmiere infirmieres pharmacien pharmacienne kine
                kinesitherapeute dentiste gynecologue cardiologue dermatologue ophtalmologue ophtalmo pediatre psychiatre
                psychologue psy neurologue radiologue rhumatologue chirurgien chirurgienne anesthesiste oncologue urologue
                gastro gastroenterologue pneumologue endocrinologue diabetologue sage femmes orthophoniste osteopathe
                aide soignant soignante secretaire interne specialiste urgentiste biologiste podologue dieteticienne assistante
                conseiller conseillere nurse gp physician dentist pharmacist surgeon midwife consultant therapist
                """
            ),
            (
                Role.Kin | Role.Common,
                """
                fils fille mari femme epouse epoux conjoint conjointe compagnon compagne frere soeur sœur mere pere maman papa
                oncle tante neveu niece cousin cousine ami amie voisin voisine collegue enfant bebe patient patiente grand
                mamie papi son daughter husband wife brother sister mother father mum dad friend neighbour neighbor partner baby
                """
            ),
            (
                Role.Naming,
                "appelle appelles appellent nomme nommee prenom prenomme prenommee signe signee named called"
            ),
            (
                Role.Farewell | Role.Common,
                "cordialement sincerement respectueusement salutations regards sincerely amicalement"
            ),
            (
                Role.SureWay | Role.Common,
                """
                rue avenue av ave boulevard bd bld boul blvd allee allees impasse imp ruelle faubourg fbg lotissement hameau
                venelle esplanade chaussee street road lane drive
                """
            ),
            (
                Role.UnsureWay | Role.Common,
                """
                place pl cours route rte chemin che ch passage voie cite quai square sq residence villa promenade montee clos
                sentier parc rampe traverse mail rond lieudit lieu
                """
            ),
            (
                Role.Home | Role.Common,
                "habite habitons habitant demeurant demeure domicilie domiciliee domicile adresse reside loge live lives living address"
            ),
            (Role.Birth | Role.Common, "ne nee nes nees naissance ddn born birth dob birthday anniversaire"),
            (
                Role.Month | Role.Common,
                """
                janvier=1 janv=1 fevrier=2 fevr=2 fev=2 mars=3 avril=4 avr=4 mai=5 juin=6 juillet=7 juil=7 aout=8 septembre=9
                sept=7 octobre=10 oct=10 novembre=11 nov=11 decembre=12 dec=12 january=1 february=2 march=3 april=4 may=5 june=6
                july=7 august=8 september=9 october=10 november=11 december=12 jan=1 mar=3 apr=4 jun=6 jul=7 feb=2 aug=8 sep=9
                """
            ),
            (
                Role.BirthFiller | Role.Common,
                """
                le en un l an est e s du au date the on in is of lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday
                wednesday thursday friday saturday sunday c it
                """
            ),
            (Role.Arobase, "arobase arobas arobaz arrobase arrobas arobasse aerobase at"),
            (Role.Spelled, "point dot tiret underscore underscor souligne"),
            (
                Role.TopDomain,
                """
                fr com net org eu info re be ch de uk es it pt lu ca me io mq gp gf nc pf pm yt bzh paris alsace corsica pro dev
                nl pl ro us example
                """
            ),
            (
                Role.SocialSecurity | Role.Common,
                "nir ins nia nss nni secu securite immatriculation vitale matricule insee"
            ),
            (Role.Professional | Role.Common, "rpps adeli"),
            (
                Role.Telephone | Role.Common,
                """
                tel tél telephone telephones telephoner portable mobile appeler appelez rappeler rappelez joindre joignable
                contacter contactez gsm fixe whatsapp sms phone call reach text ring cell
                """
            ),
            (Role.Account | Role.Common, "iban rib bic compte bancaire virement virements account"),
            (
                Role.Unit | Role.Common,
                """
                euro euros eur franc francs dollar dollars million millions milliard milliards md mds habitant habitants personne
                personnes patients pounds people visiteurs dossiers
                """
            ),
            (
                Role.Particle | Role.Common,
                "de du des d l van von der den el al ben bin la le les da dos di del san saint sainte st ste mac mc o"
            ),
            (
                Role.Nobody | Role.Common,
                """
                ministre president presidente directeur directrice prefet prefete maire rapporteur rapporteure depute deputee
                senateur senatrice monsieur madame mademoiselle google internet doctolib sante samu smur chu ehpad pmi untel unetelle machin bidule
                truc x y un une il elle ils elles on je j nous vous ce c cette ces cela ca mon ma mes son sa ses notre votre leur
                leurs et ou mais donc or ni car ne n est sont a ont as ai que qui quoi dont dit pour par avec sans dans sur sous
                en au aux pas plus non oui si quand comme alors merci bonjour bonsoir aussi apres avant depuis puis refuse veut
                peut me te se s m t l qu lui y tout tous toute rien j’ai impossible aucun aucune chaque
                i he she they we you it this that the and or but so then when thank thanks hello please
                sir madam who whom what
                """
            ),
            (Role.Common, Ordinary),
        ];
}
