using System.Collections.Frozen;

namespace Deliberation.Domain.Respond.Feedback.Triage;

/// <summary>What a stretch of words says that matters to severity.</summary>
[Flags]
internal enum Said
{
    Nothing = 0,
    Danger = 1,
    Reproach = 1 << 1,

    /// <summary>Somebody was named: masking left its mention.</summary>
    Name = 1 << 2,

    /// <summary>A professional was named.</summary>
    Professional = 1 << 3,
    Child = 1 << 4,

    /// <summary>An illness, or the number of someone’s health records.</summary>
    Health = 1 << 5,
}

/// <summary>The words looked for, in French and in English, written here without accents or capitals.</summary>
internal static class SeverityWords
{
    // Whatever begins with the same letters is looked at together; a stem is at least as long.
    private const int KeyLength = 4;

    private const string Caregivers =
        "docteur|docteure|docteurs|dr|drs|doctor|professeur|pr|medecin*|generaliste*|infirmi*|pharmacien*|dentiste*|"
        + "kine|kinesitherap*|chirurgien*|psychiatre*|psychologue*|gynecologue*|pediatre*|cardiologue*|dermato*|"
        + "radiologue*|orthophoniste*|urgentiste*|nurse|surgeon|dentist|midwife|pharmacist|secretaire*";

    private static readonly (Said Said, string Phrases)[] Lists =
    [
        (
            Said.Danger,
            """
            suicid*, me tuer, envie mourir, veux|voudrais|vais mourir, envie en finir, veux|vais en finir
            en finir avec la|ma vie, mettre|mettrai|mets fin mes jours, mettre|mettrai|mets fin ma vie, plus envie vivre
            veux|voudrais plus vivre, me pendre, ouvrir les veines, me|se faire du mal, scarifi*
            me jeter pont|train|fenetre|vide|metro, avale|avaler|pris tous|toute|toutes cachets|comprimes|medicaments|boite
            vais|va|veux|veut|voudrais|faut|aimerais tuer, allez|vas|merite*|devez|doit mourir|crever, faire la peau
            menac* mort|tuer, mettre|mettrai|mets le feu, pose*|mettre bombe, bombe dans, tout faire sauter, fusil, kalachnikov
            arme feu, avec couteau, egorg*, poignard*, etrangle|etrangler|etranglee, payer votre|ta vie, sais ou habitez|habites
            il|elle|on|mari|conjoint|compagnon|copain|pere|mere|ex me|nous|la frappe|frappait|bat|battait|cogne
            frappe|frappent|frapper|bat enfant*|fils|fille|femme|bebe
            mari|conjoint|compagnon|pere|ex violent, femme|mere|compagne violente, violence* conjugal*|famili*|sexuel*|domestique*
            victime viol*, fait violer, a|ont violee, agress* sexuel*, attouchement*, abus* sexuel*, inceste*, pedophil*
            sequestr*, suis|sommes|est danger mort|immediat, suis danger, enfant danger, peur pour ma|sa vie
            ne|n respire plus, arrive pas|plus respirer, overdose medicament*|drogue*, perd|perdu connaissance maintenant, douleur* poitrine
            kill myself|you|them|him|her|me|us|everyone, end my life, want|going|wish to die, wish i were|was dead, hurt|harm myself
            self harm, beats|hits|beating|hitting me|us|him|her, abusive|violent husband|partner|father|boyfriend|wife
            domestic violence|abuse, raped, sexual*|sexually assault*|abus*|harass*, death threat*, bomb, shoot you|them|him|her
            stab|stabbed you|them|him|her|me, set fire to, know where you live, in danger now, am in danger
            cannot breathe, can t breathe, not breathing, overdosed, an overdose, molest*, strangl*
            """
        ),
        (
            Said.Reproach,
            """
            incompeten*, escroc*, escroqu*, voleu*, a|m vole, menteu*, mensong*, ment, menti, harcel*, agress*, maltrait*, neglig*
            faute medical*|professionnel*|grave, erreur medical*|diagnostic, charlatan*, racis*, raciste*, discrimin*, sexis*
            homophob*, insult*, humili*, mepris*, ivre, alcooli*, drogue, refus* soin*|soigner|recevoir|examiner, falsifi*, fraud*
            corromp*, porte*|depos* plainte, viol* secret, trahi*, criminel*, assassin*, honte, scandal*, inadmissible, dangereu*
            sans raison, sans autorisation, sans mon accord, sans ma permission, fouill*, espionn*, a lu dossier, idiot*, cretin*
            incompetent, fraud, liar, lied, stole, thief, harass*, assault*, abus*, neglect*, malpractice, racist, drunk, insulted
            refused to treat|see|help, humiliat*, discriminat*, without my consent|permission, crook, shameful, dangerous
            """
        ),
        (Said.Name, "nom masque, numero professionnel masque"),
        (
            Said.Professional,
            $"numero professionnel masque, {Caregivers} nom masque, sage femme nom masque, aide soignant* nom masque"
        ),
        (
            Said.Child,
            """
            enfant*, mon|notre|son|leur|ton fils, ma|notre|sa|leur fille, bebe*, nourrisson*, mon|notre ado*, petit fils, petite fille
            my|our|his|her|their son|daughter|child|boy|girl|baby|kid, my|our kids, my|our children
            """
        ),
        (
            Said.Health,
            """
            diabet*, autis*, autistique*, cancer*, leucemi*, epilep*, asthm*, allergi*, depress*, anorexi*, boulimi*, schizophren*
            trisomi*, handicap*, sa|son|leur|une|cette maladie, maladie chronique|rare|grave|genetique|longue, malade, diagnosti*, hospitalis*
            chimio*, sous traitement, son|leur traitement, traitement medic*, tdah, hyperactif*, serologie*, seropositi*, hepatit*
            mucoviscidose, drepanocyt*, psychologue*, psychiatr*, pedopsychiatr*, avortement*, ivg, enceinte, addict*
            numero securite sociale masque, probable numero securite masque
            diabetes, cancer, leukaemia, leukemia, seizure*, disab*, illness, disease, hospital, treatment, psychiatrist*, pregnan*
            """
        ),
    ];

    private static readonly FrozenDictionary<string, (Said Said, Phrase Phrase)[]> Known = Build();

    private static readonly FrozenDictionary<string, (Said Said, Phrase Phrase)[]>.AlternateLookup<
        ReadOnlySpan<char>
    > Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the phrases that begin with this word say.</summary>
    public static Said SaidAt(SpokenWords words, int index)
    {
        var word = words[index];
        if (!Lookup.TryGetValue(word[..Math.Min(word.Length, KeyLength)], out var phrases))
        {
            return Said.Nothing;
        }

        var said = Said.Nothing;
        foreach (var (what, phrase) in phrases)
        {
            if (!said.HasFlag(what) && phrase.StandsAt(words, index))
            {
                said |= what;
            }
        }

        return said;
    }

    private static FrozenDictionary<string, (Said, Phrase)[]> Build() =>
        Lists
            .SelectMany(list => Phrases(list.Phrases).Select(phrase => (list.Said, Phrase: phrase)))
            .SelectMany(entry => entry.Phrase.Beginnings.Select(form => (Key: KeyOf(form), Entry: entry)))
            .GroupBy(pair => pair.Key, pair => pair.Entry, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Distinct().ToArray(),
                StringComparer.Ordinal
            );

    private static IEnumerable<Phrase> Phrases(string lists) =>
        lists
            .Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(written => new Phrase(written));

    private static string KeyOf(string form)
    {
        var letters = form.TrimEnd('*');
        return letters[..Math.Min(letters.Length, KeyLength)];
    }
}
