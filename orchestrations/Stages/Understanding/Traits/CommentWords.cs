namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Phrases of comments in four languages, folded as <see cref="WordText"/> folds: success, withdrawing, correcting; thanks are in <see cref="ThanksWords"/>.</summary>
internal static class CommentWords
{
    private const int MostWordsOfThanks = 25;

    private static readonly string[] GoesOn =
        ["still ", "but ", "however", "except", "again broken", "not work", "doesn t", "does not", "didn t", "did not", "isn t", "is not", "cannot", "can t", "not solved", "not fixed", "not resolved", "another", "also ", "one more", "locked again", "wrong ", "not me ", "wasn t me",
         "immer noch", "aber ", "jedoch", "trotzdem", "geht nicht", "funktioniert nicht", "klappt nicht", "nicht gelost", "noch nicht", "leider", "ausserdem", "noch eine", "noch etwas", "falsch", "nicht ich", "nicht von mir",
         "todavia", "aun ", "sigue", "pero ", "sin embargo", "no funciona", "no puedo", "otra vez", "tambien", "no esta", "no fui yo", "lamentablemente",
         "toujours", "mais ", "encore", "cependant", "ne fonctionne", "ne marche", "n arrive", "pas resolu", "pas regle", "egalement", "aussi ", "ce n est pas moi", "malheureusement"];

    private static readonly string[] Works =
    [
        "works now", "working now", "works again", "working again", "works fine", "working fine", "now works", "it works", "all works", "everything works", "is working", "able to log in now", "can log in now", "i can log in", "i m in ", "problem solved", "solved now", "is solved", "fixed now", "is fixed", "solved itself", "resolved itself", "fixed itself", "sorted it", "all sorted", "all good now",
        "funktioniert wieder", "geht wieder", "lauft wieder", "funktioniert jetzt", "geht jetzt", "klappt wieder", "klappt jetzt", "hat geklappt", "hat sich erledigt", "ist erledigt", "hat sich gelost", "ist gelost", "problem gelost", "ist behoben",
        "ya funciona", "funciona de nuevo", "funciona correctamente", "ya puedo", "ya esta resuelto", "esta resuelto", "se ha resuelto", "se resolvio", "solucionado", "ya esta arreglado",
        "fonctionne a nouveau", "fonctionne de nouveau", "fonctionne maintenant", "ca marche", "ca fonctionne", "tout fonctionne", "c est resolu", "c est regle", "probleme resolu", "s est resolu",
    ];

    // What takes a request back wherever it is, also in the request's own text.
    private static readonly string[] TakesBackAnywhere =
    [
        "forget it", "forget about it", "forget about this", "forget my request", "never mind", "nevermind", "disregard this", "disregard my", "please disregard", "ignore this ticket", "ignore this request", "ignore my request", "ignore my ticket", "please ignore", "mixed something up", "mixed things up", "mixed it up", "mixed up", "all good as it is", "fine as it is", "leave it as it is", "leave everything as it is", "changed my mind", "false alarm",
        "vergesst es", "vergiss es", "vergessen sie es", "vergessen sie das", "hat sich erledigt", "verwechselt", "alles gut so", "passt so", "bleibt wie es ist", "lassen sie es wie es ist", "lasst es wie es ist", "so lassen wie", "meinung geandert", "fehlalarm", "anfrage ignorieren", "ticket ignorieren",
        "olvidenlo", "olvidelo", "olvidalo", "olviden mi", "me equivoque", "me confundi", "he confundido", "dejenlo como", "dejalo como", "dejelo como", "esta bien como esta", "cambiado de opinion", "cambie de opinion", "falsa alarma", "ignoren mi", "ignoren este", "ignoren esta",
        "laissez tomber", "oubliez ma", "oubliez ca", "oubliez cela", "oubliez ce", "je me suis trompe", "je me suis emmele", "j ai confondu", "laissez comme", "tout va bien comme", "c est bon comme ca", "change d avis", "fausse alerte", "ignorez ma", "ignorez ce",
    ];

    private static readonly string[] TakesBackLater =
    [
        "after all", "i do need it", "i do need the", "i do still need", "still need it", "need to keep", "want to keep", "please keep", "keep it", "keep the access", "withdraw", "cancel this", "cancel my", "cancel the request", "cancel the ticket", "cancel it", "close the ticket", "close this ticket", "ticket can be closed", "you can close", "please stop", "stop this", "stop it", "do not do", "don t do", "no need any more", "no need anymore", "not needed any more", "not needed anymore", "no longer necessary", "not necessary any more",
        "found it", "found my", "found the laptop", "found the phone", "turned up", "have it back", "got it back", "my mistake", "wasn t necessary", "not me who asked",
        "doch noch", "brauche ich doch", "brauche ihn doch", "brauche sie doch", "brauche es doch", "brauche den zugang doch", "doch behalten", "will ich behalten", "ziehe ich zuruck", "ziehe die anfrage zuruck", "ziehe meine anfrage", "zuruckziehen", "stornier", "nicht mehr notig", "nicht mehr notwendig", "nicht mehr erforderlich", "kann geschlossen werden", "konnt ihr schliessen", "konnen sie schliessen", "ticket schliessen", "ticket bitte schliessen", "bitte nicht mehr", "bitte abbrechen", "bitte stoppen", "wiedergefunden", "wieder gefunden", "wieder aufgetaucht", "doch gefunden", "hab es gefunden", "habe es gefunden", "habe ihn gefunden", "mein fehler", "aus versehen angefragt",
        "si lo necesito", "si la necesito", "al final si", "al final no", "despues de todo", "quiero conservar", "quiero mantener", "retiro la solicitud", "retiro mi solicitud", "cancelen", "cancelar la solicitud", "cancelar mi solicitud", "anulen", "anular la solicitud", "ya no hace falta", "ya no es necesario", "no hace falta", "pueden cerrar", "cierren el ticket", "cierren la solicitud", "no lo hagan", "detengan", "lo he encontrado", "la he encontrado", "lo encontre", "la encontre", "ha aparecido", "error mio",
        "finalement", "en ai quand meme besoin", "j en ai besoin", "en ai encore besoin", "apres tout", "je souhaite garder", "je veux garder", "je retire ma demande", "je retire cette", "annulez", "annuler ma demande", "annuler cette", "plus necessaire", "plus la peine", "plus besoin que", "vous pouvez fermer", "vous pouvez cloturer", "fermez le ticket", "fermer le ticket", "ne le faites pas", "arretez", "l ai retrouve", "ai retrouve", "a ete retrouve", "mon erreur",
    ];

    private static readonly string[] Correcting =
    [
        "i meant", "sorry i mean", "i mean the", "i mean my", "i actually mean", "what i mean", "meant to write", "meant to say", "correction", "instead of", "wrong device", "wrong person", "wrong account", "wrong laptop", "wrong phone", "wrong application", "wrong system", "wrong name", "wrong user", "wrote the wrong", "gave the wrong", "it is not my", "it s not my", "not for me", "rather the",
        "ich meine", "ich meinte", "gemeint ist", "gemeint war", "korrektur", "stattdessen", "anstatt", "sondern ", "falsches gerat", "falsche person", "falsches konto", "falscher laptop", "falsche anwendung", "falsches system", "falscher name", "nicht fur mich",
        "quise decir", "queria decir", "me refiero", "me referia", "en lugar de", "en vez de", "correccion", "sino ", "dispositivo equivocado", "cuenta equivocada", "persona equivocada", "no es para mi",
        "je veux dire", "je voulais dire", "je parle de", "je parlais", "au lieu de", "plutot", "rectification", "mauvais appareil", "mauvaise personne", "mauvais compte", "mauvaise application", "pas pour moi",
    ];

    /// <summary>True for thanks and nothing else: short, no question, nothing asked or answered, nothing that goes on.</summary>
    public static bool IsThanks(string text, WordText words) =>
        words.Count is > 0 and <= MostWordsOfThanks && !text.Contains('?', StringComparison.Ordinal) && ThanksWords.Shows(text, words)
        && !words.Has(GoesOn) && !ThanksWords.Asks(words) && !words.Has(TakesBackAnywhere) && !words.Has(TakesBackLater) && !words.Has(Correcting);

    /// <summary>True when it works now.</summary>
    public static bool IsSolved(WordText words) => words.Has(Works) && !words.Has(GoesOn);

    /// <summary>True when a later comment takes the request back.</summary>
    public static bool TakesBack(WordText words) => words.Has(TakesBackAnywhere) || words.Has(TakesBackLater);

    /// <summary>True when a text takes its own request back.</summary>
    public static bool TakesItselfBack(WordText words) => words.Has(TakesBackAnywhere);

    /// <summary>True when a later comment puts something else in the place of what was asked.</summary>
    public static bool Corrects(WordText words) => words.Has(Correcting);
}
