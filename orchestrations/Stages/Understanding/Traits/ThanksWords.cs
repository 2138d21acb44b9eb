using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Tells thanks from an answer with a courtesy word ("It's about the CRM, thanks") in four languages. What names something is an answer, wherever
/// the thanks stand; what says how it went, or for what one is thankful, is thanks.
/// </summary>
internal static partial class ThanksWords
{
    // So short an answer that ends in thanks names what was asked for ("Contoso Expenses, thanks").
    private const int Short = 6;
    private const int FewOthers = 4;

    private static readonly string[] AsksForHelp = ["help me", "help us", "help with this", "can you help", "could you help"];
    private static readonly string[] AsksForMore = [.. CommonWords.Asks.Where(static word => word != "help")];

    private static readonly string[] Thanks =
        ["thank", "thx ", "ty ", "tnx ", "cheers", "much appreciated", "appreciate it", "great job", "perfect", "danke", "dank ", "bedanken", "super ", "gracias", "agradec", "perfecto", "genial", "muy amable", "merci", "remerci", "parfait"];

    private static readonly string[] NotForWhatWasDone =
        ["in advance", "im voraus", "de antemano", "d avance", "par avance", "would be", "no thank", "nein danke", "no gracias", "non merci"];

    private static readonly string[] For = ["thanks for", "thank you for", "you so much for", "thanks a lot for", "danke fur", "dank fur", "gracias por", "merci pour", "merci d ", "remercie pour"];

    // Who thanks for the question answers it.
    private static readonly string[] ForTheQuestion =
        ["asking", "getting back", "checking", "your question", "your message", "your reply", "the reply", "quick reply", "following up", "ruckfrage", "nachfrage", "ruckmeldung", "frage ", "antwort", "nachricht",
         "por preguntar", "por responder", "por contestar", "la respuesta", "su respuesta", "tu respuesta", "la pregunta", "su mensaje", "votre question", "votre retour", "votre message", "votre reponse", "ta reponse", "la reponse", "la question"];

    private static readonly string[] QuestionWords = [.. ForTheQuestion.SelectMany(static phrase => phrase.Split(' ')).Where(static word => word.Length > 0)];

    // What a matter, a thing or a name follows.
    private static readonly string[] About =
    [
        "it s about", "it is about", "this is about", "about the", "about my", "it concerns", "regarding", "it s the", "it is the", "it s my", "it is my", "it s for", "it is for", "that s the", "that is the", "that would be", "i mean", "i use ", "i m using", "i am using", "we use ", "called ", "namely", "the name is", "name of", "the one ", "this one", "that one", "it s on", "it happens", "since ",
        "es geht um", "geht um", "es handelt sich", "handelt es sich", "es ist der", "es ist die", "es ist das", "es ist mein", "das ist der", "das ist die", "das ist das", "das ist mein", "betrifft", "und zwar", "namlich", "heisst", "nennt sich", "ich nutze", "ich verwende", "ich benutze", "ich meine", "wir nutzen", "bezieht sich", "seit ",
        "se trata de", "es sobre", "es por", "es el ", "es la ", "es mi ", "es un ", "es una ", "es para", "se llama", "uso el", "uso la", "utilizo", "utilizamos", "me refiero", "sobre el", "sobre la", "desde ",
        "il s agit", "s agit d", "c est pour", "c est le", "c est la", "c est l ", "c est mon", "c est ma", "c est un", "c est une", "c est sur", "cela concerne", "ca concerne", "concerne", "s appelle", "j utilise", "nous utilisons", "je parle", "depuis ",
    ];

    // Kinds of things that answers name, and the commonest names of them.
    private static readonly string[] Things =
    [
        "laptop", "notebook", "computer", "desktop", "workstation", "tablet", "ipad", "iphone", "macbook", "phone", "handset", "printer", "monitor", "headset", "crm ", "erp ", "sap ", "vpn ", "salesforce", "outlook", "teams ", "sharepoint", "excel", "visio", "adobe", "office", "mailbox", "licence", "license", "app ", "application",
        "rechner", "handy", "diensthandy", "telefon", "gerat", "drucker", "bildschirm", "postfach", "lizenz", "anwendung", "programm",
        "portatil", "ordenador", "movil", "telefono", "impresora", "pantalla", "buzon", "licencia", "aplicacion", "programa",
        "ordinateur", "pc ", "telephone", "portable", "imprimante", "ecran", "boite", "logiciel",
    ];

    // Words of greeting, praise and success, by their beginnings.
    private static readonly string[] Courtesy =
    [
        "hi ", "hello", "hey", "dear", "team", "all ", "everyone", "guys", "folks", "you", "i ", "we ", "it ", "that", "this ", "was ", "were ", "is ", "s ", "m ", "ve ", "so ", "very", "really", "just", "want", "to ", "say", "a ", "an ", "the ", "and ", "as ", "again", "at ", "my ", "me ", "your", "our", "have", "has ", "now", "nice", "good", "well", "great", "fast", "quick", "prompt", "speed", "swift", "amazing", "awesome", "brilliant", "excellent", "impress", "wonder", "fantastic", "lovely", "best", "star ", "legend", "wow", "ok ", "okay", "yes", "service", "support", "help", "job", "work", "turnaround", "response", "done", "solved", "resolved", "fixed", "sorted", "set ", "lot", "bunch", "many", "much", "day", "weekend", "bye", "regards", "kind ", "warm ", "of ", "for ", "with ", "in ", "fine", "everything", "namedperson",
        "hallo", "liebe", "guten", "morgen", "tag ", "alles", "klar", "gut ", "prima", "klasse", "toll", "spitze", "schnell", "flott", "ging", "geht", "lauft", "klappt", "funktionier", "erledigt", "gelost", "passt", "besten", "vielen", "herzlich", "schon", "sehr", "ganz", "wollte", "mochte", "nur", "sagen", "fur", "die ", "der ", "das ", "den ", "ihr", "ihnen", "euch", "eure", "mich", "mir ", "ich ", "wir ", "und ", "so ", "ja ", "jetzt", "hilfe", "arbeit", "ist ", "war ", "wirklich", "richtig", "grusse", "gruss", "lg ", "vg ", "mfg", "tage", "wochenende", "wunderbar", "hervorragend", "bestens",
        "hola", "buen", "equipo", "todo", "muy", "mucho", "mucha", "rapid", "que ", "por ", "el ", "la ", "lo ", "los ", "su ", "tu ", "ya ", "esta", "fue ", "ha ", "sido", "ayuda", "trabajo", "servicio", "excelente", "estupend", "fenomenal", "funciona", "resuelto", "solucionado", "listo", "vale ", "si ", "de ", "verdad", "mil ", "queria", "dar ", "las ", "saludo", "dia", "eficaz", "eficien",
        "bonjour", "bonsoir", "salut", "equipe", "tout", "tous", "toutes", "tres", "beaucoup", "bien", "bon", "c est", "etait", "c ", "ca ", "rapide", "vite", "efficace", "super", "top ", "genial", "excellent", "aide", "travail", "service", "marche", "fonctionne", "resolu", "regle", "mille", "je ", "j ", "ai ", "nous", "vous", "voulais", "tenais", "vraiment", "pour", "votre", "le ", "les ", "l ", "un ", "une ", "et ", "cordialement", "journee", "oui", "est ", "en ", "effet",
    ];

    /// <summary>True for thanks and nothing that tells anything else.</summary>
    public static bool Shows(string text, WordText words) =>
        words.Has(Thanks) && !words.Has(NotForWhatWasDone) && !Answers(text, words);

    /// <summary>True when the text asks for something; help for which one is thankful is not asked for.</summary>
    public static bool Asks(WordText words) => words.Has(AsksForHelp) || words.Has(AsksForMore);

    private static bool Answers(string text, WordText words)
    {
        if (words.Has(About))
            return true;
        if (words.Has(For) && !words.Has(ForTheQuestion))
            return false;
        if (text.Any(char.IsLower) && Named().IsMatch(text))
            return true;
        var all = words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var others = all.Where(static word => !Is(Thanks, word) && !Is(Courtesy, word)).ToList();
        if (words.Has(For))
            return others.Exists(static word => !Is(QuestionWords, word));
        return (others.Count <= FewOthers && words.Has(Things)) || (words.Count <= Short && others.Count > 0 && Is(Thanks, all[^1]));
    }

    private static bool Is(string[] beginnings, string word) =>
        Array.Exists(beginnings, beginning => beginning.EndsWith(' ') ? word.AsSpan().SequenceEqual(beginning.AsSpan().TrimEnd()) : word.StartsWith(beginning, StringComparison.Ordinal));

    // An abbreviation, a device's name, a number of some length; not the abbreviations of courtesy.
    [GeneratedRegex(@"(?<![\[\w])(?!(OK|IT|EDV|HR|THX|TY|TNX|LG|VG|MFG|GG|TOP|PS|TGIF|BTW|ASAP|FYI|WOW)(?!\w))(\p{Lu}{2,6}|\p{L}{2,12}(-[\p{L}\d]{1,12}){1,4}\d|\d{4,12})(?!\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Named();
}
