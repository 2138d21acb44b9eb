using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Sees that a short ticket orders something beside another matter ("Headset defekt und brauche Visio Lizenz"): on both sides of an "and" stands
/// a matter of its own, and one of them is ordered. Two troubles are often one, of which the second follows from the first, and are none.
/// </summary>
internal static partial class TwoRequestsTrait
{
    private const int MostWords = 18;
    private const int NoMoreThanAName = 2;
    private const string SignIn = "sign-in";

    // Several are one matter where one leads to the other; devices are none, because every matter happens on one.
    private static readonly (string Matter, string[] Words)[] Matters =
    [
        (SignIn, ["password", "passwor", "account is locked", "account locked", "locked out", "passwort", "kennwort", "konto gesperrt", "konto ist gesperrt", "contrasena", "clave ", "cuenta bloqueada", "mot de passe", "mdp ", "compte bloque"]),
        ("print", ["printer", "toner", "scanner", "drucker", "patrone", "impresora", "cartucho", "imprimante", "cartouche"]),
        ("equipment", ["headset", "headphones", "keyboard", "mouse", "webcam", "docking", "charger", "external screen", "second screen", "monitor", "tastatur", "maus ", "kopfhorer", "bildschirm", "ladegerat", "netzteil", "ladekabel", "auriculares", "teclado", "raton", "pantalla", "cargador", "casque", "clavier", "souris", "ecran", "chargeur", "station d accueil"]),
        ("licence", ["licence", "license", "visio", "photoshop", "acrobat", "autocad", "powerbi", "power bi", "lizenz", "licencia"]),
        ("mail", ["mailbox", "mailing list", "distribution list", "postfach", "verteiler", "mailverteiler", "buzon", "lista de correo", "lista de distribucion", "boite aux lettres", "boite mail", "liste de diffusion"]),
        ("vpn", ["vpn "]),
        ("access", ["crm ", "sap ", "sharepoint", "salesforce", "intranet", "laufwerk", "netzlaufwerk", "shared drive", "shared folder", "carpeta compartida", "dossier partage"]),
    ];

    private static readonly string[] Orders =
    [
        "need", "order", "request", "install", "add me", "new ", "please add", "get me", "would like", "want ",
        "brauch", "benotig", "bestell", "beantrag", "neue", "installier", "einricht", "hinzufug", "freischalt", "freigeb", "hatte gern", "mochte", "fehlt mir", "bitte um",
        "necesit", "solicit", "pedir", "instal", "nuevo", "nueva", "quiero", "anadir", "dar de alta",
        "besoin", "commander", "demande ", "installer", "nouveau", "nouvelle", "nouvel", "voudrais", "souhaite", "ajouter", "il me faut",
    ];

    // Who comes or goes needs several things at once, and that is one request.
    private static readonly string[] OneRequest =
    [
        "starter", "joiner", "onboarding", "new hire", "new colleague", "new employee", "leaver", "last day", "leaving", "offboarding",
        "neue kolleg", "neuer kolleg", "neuen kolleg", "neue mitarbeit", "neuer mitarbeit", "neuen mitarbeit", "eintritt", "austritt", "verlasst", "ausscheid",
        "nuevo emplead", "nueva emplead", "nuevo companer", "nueva companer", "incorpora", "se va ", "ultimo dia", "baja de",
        "nouvel employ", "nouvelle employ", "nouveau coll", "nouvelle coll", "arrivee de", "depart de", "quitte ", "dernier jour",
    ];

    public static bool Shows(TicketText ticket)
    {
        if (ticket.Words.Count > MostWords || ticket.Words.Has(OneRequest))
            return false;
        var all = $"{ticket.Title}\n{ticket.Text}";
        foreach (Match joint in Joint().Matches(all))
        {
            var (before, after) = (new WordText(all[..joint.Index]), new WordText(all[(joint.Index + joint.Length)..]));
            if (Of(before) is { Count: > 0 } ones && Of(after) is { Count: > 0 } others && !ones.Overlaps(others) && AreOrdered(before, after, ones.Contains(SignIn) || others.Contains(SignIn)))
                return true;
        }

        return false;
    }

    // A sign-in goes wrong at something ("new password, VPN refuses it"): there both must be ordered, or the second is no more than a name.
    private static bool AreOrdered(WordText before, WordText after, bool isSignIn) =>
        isSignIn ? before.Has(Orders) && (after.Has(Orders) || after.Count <= NoMoreThanAName) : before.Has(Orders) || after.Has(Orders);

    private static HashSet<string> Of(WordText half) => [.. Matters.Where(matter => half.Has(matter.Words)).Select(static matter => matter.Matter)];

    [GeneratedRegex(@"[;+&]|[.!\n]\s|,\s|\b(and|plus|also|und|sowie|dazu|ausserdem|außerdem|zudem|y|además|ademas|también|tambien|et|ainsi que|aussi)\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5_000)]
    private static partial Regex Joint();
}
