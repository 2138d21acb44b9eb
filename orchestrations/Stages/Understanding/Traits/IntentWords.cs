namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// The words without which nobody asks for a thing, per intent that a runbook acts on, in four languages: what it is about and
/// what happened to it. A model that proposes an intent for whose words the ticket has none is doubted.
/// </summary>
public static class IntentWords
{
    private const int OneThought = 60;
    private const int FewWords = 8;
    private const string Leaver = "identity.leaver";
    private const string Guest = "identity.guest";

    private static readonly string[] Account = ["account", "konto", "benutzerkonto", "cuenta", "compte", "user", "benutzer", "usuario", "utilisateur", "login", "sign in", "log in", "anmeld", "sesion", "session", "kennung", "zugang", "profil"];
    private static readonly string[] Secret = ["password", "passwort", "kennwort", "contrasena", "mot de passe", "pwd ", "passphrase", "clave", "credentials", "zugangsdaten"];
    private static readonly string[] Device = ["laptop", "notebook", "computer", "pc ", "phone", "iphone", "smartphone", "handy", "telefon", "tablet", "ipad", "device", "gerat", "rechner", "portatil", "ordenador", "movil", "telefono", "dispositivo", "ordinateur", "portable", "telephone", "appareil", "macbook", "surface", "thinkpad", "workstation", "mobile", "diensthandy", "firmenhandy", "mac ", "windows"];
    private static readonly string[] Factor = ["mfa ", "2fa ", "authenticator", "multi factor", "multifactor", "two factor", "zwei faktor", "zweiten faktor", "second factor", "verification", "bestatigungscode", "token", "doble factor", "segundo factor", "double authentification", "second facteur", "autenticacion", "authentification", "authentifizierung", "security key", "sicherheitsschlussel", "fido", "yubikey", "code"];
    private static readonly string[] Access = ["access", "zugriff", "zugang", "acceso", "acces ", "permission", "berechtigung", "permiso", "autorisation", "rights", "rechte", "droits", "group", "gruppe", "grupo", "groupe", "sharepoint", "folder", "ordner", "carpeta", "dossier", "mailbox", "postfach", "buzon", "boite", "app ", "application", "anwendung", "aplicacion", "site ", "distribution list", "verteiler", "team", "licence", "license", "lizenz", "licencia"];
    private static readonly string[] Wants = ["need", "add ", "grant", "give", "request", "require", "missing", "brauche", "benotige", "bitte", "fehlt", "gib", "hinzufug", "necesito", "dar ", "anadir", "agregar", "solicito", "falta", "besoin", "ajout", "donner", "demande", "please", "por favor", "s il vous plait", "svp ", "no access", "can t", "cannot", "kann nicht", "keinen", "no puedo", "ne peux", "want", "mochte", "quiero", "voudrais", "would like", "get ", "assign"];

    private static readonly Dictionary<string, (string[] About, string[] Happened)> Needed =
        new(StringComparer.Ordinal)
        {
            ["identity.password-forgotten"] = ([.. Secret], ["forgot", "forget", "reset", "remember", "change", "expired", "new password", "lost", "vergess", "zuruck", "zuruckset", "neues", "neu ", "erinner", "abgelaufen", "andern", "olvid", "restablec", "recordar", "cambiar", "caduc", "nueva", "recuper", "perdi", "oubli", "reinitialis", "nouveau", "expire", "souvien", "rappelle", "changer", "wrong", "not work", "falsch", "incorrect"]),
            ["identity.locked-out"] = ([.. Account, .. Secret], ["lock", "unlock", "gesperrt", "sperr", "entsperr", "freischalt", "bloque", "desbloque", "verrouill", "deverrouill", "debloqu", "blocked", "too many attempts", "zu viele versuche", "demasiados intentos", "trop de tentatives", "ausgesperrt"]),
            ["identity.sign-in-problem"] = (
                [.. Secret, "sign in", "signing in", "log in", "login", "logging in", "log on", "logon", "my account", "mein konto", "meinem konto", "anmeld", "anzumelden", "einlogg", "mi cuenta", "sesion", "mon compte", "connecter", "connexion", "aadsts"],
                ["can t", "cannot", "can not", "unable", "not work", "doesn t", "fail", "error", "refus", "denied", "reject", "keeps asking", "asks again", "loop", "blocked", "aadsts", "kann ", "geht nicht", "nicht ", "fehler", "abgelehnt", "verweigert", "schleife", "fragt immer", "gesperrt", "no puedo", "no funciona", "no me deja", "rechaz", "falla", "bucle", "bloquead", "impossible", "ne fonctionne", "n arrive", "ne peux", "erreur", "refuse", "boucle", "bloque"]),
            ["identity.compromised"] = ([.. Account, .. Secret, "mail", "correo", "link", "phishing"], ["hack", "compromis", "phish", "unknown sign", "not me", "wasn t me", "stolen", "gehackt", "kompromittiert", "fremd", "gestohlen", "geklickt", "clicked", "entered my", "eingegeben", "robad", "comprometid", "pirat", "vol", "suspicious", "verdachtig", "sospechos", "suspect", "someone else", "jemand", "alguien", "quelqu un", "hice clic", "clique", "strange", "komisch"]),
            ["identity.mfa-lost"] = ([.. Factor], ["lost", "no longer", "new phone", "broken", "reset", "can t", "cannot", "deleted", "verlor", "nicht mehr", "neues", "kaputt", "zuruck", "geloscht", "perd", "no tengo", "nuevo", "roto", "borr", "no puedo", "plus ", "nouveau", "casse", "supprim", "changed", "gewechselt", "cambi", "change", "don t have", "not have", "missing", "stolen", "gestohlen", "no prompt", "prompts", "approve"]),
            ["identity.new-phone"] = ([.. Device, .. Factor], ["new", "neu", "nuevo", "nouveau", "nouvel", "replac", "ersatz", "changed", "switch", "gewechselt", "upgrade", "cambi", "change"]),
            ["identity.group-access"] = ([.. Access], [.. Wants]),
            ["identity.app-access"] = ([.. Access], [.. Wants]),
            ["identity.access-removal"] = ([.. Access, .. Account], ["remove", "revoke", "no longer", "withdraw", "take away", "entfern", "entzieh", "nicht mehr", "loschen", "quitar", "revocar", "eliminar", "retirar", "ya no", "retirer", "enlever", "supprimer", "revoquer", "plus besoin", "delete"]),
            ["identity.licence"] = (["licen", "lizenz", "office ", "visio", "ms project", "microsoft project", "project plan", "project licen", "project lizenz", "power bi", "copilot", "adobe", "365", "subscription", "abonnement", "suscripcion"], [.. Wants, "licen", "lizenz", "expired", "abgelaufen", "activat", "aktivier"]),
            [Guest] = (GuestRemovalTrait.Guests, GuestRemovalTrait.Removals),
            ["identity.leaver"] = (["leav", "last day", "employ", "terminat", "resign", "offboard", "verlass", "austritt", "letzter tag", "letzten tag", "ausgeschieden", "kundig", "mitarbeiter", "baja", "deja la empresa", "ultimo dia", "empleado", "quitte", "depart ", "dernier jour", "salarie", "contract"], ["disable", "deactivat", "block", "leav", "account", "access", "konto", "zugang", "zugange", "sperr", "deaktivier", "verlass", "austritt", "cuenta", "desactiv", "acceso", "compte", "acces", "desactiver", "offboard", "last day"]),
            ["device.lost"] = ([.. Device], ["lost", "lose", "missing", "left ", "can t find", "cannot find", "verlor", "verlier", "vergessen", "nicht finden", "liegen", "perd", "extravi", "olvid", "no encuentro", "oubli", "trouve pas", "egare", "weg "]),
            ["device.stolen"] = ([.. Device, "bag", "tasche", "mochila", "sac "], ["stolen", "stole", "theft", "robbed", "gestohlen", "geklaut", "diebstahl", "entwendet", "robad", "robaron", "robo ", "hurto", "vole", "vol ", "derobe", "broken into", "eingebrochen"]),
            ["device.non-compliant"] = ([.. Device, "intune", "company portal", "unternehmensportal"], ["complian", "konform", "richtlini", "cumpl", "conform", "policy", "polic", "politica", "strategie"]),
            ["device.malware"] = ([.. Device, "file", "datei", "archivo", "fichier", "browser", "mail"], ["virus", "malware", "ransom", "trojan", "infect", "infiziert", "verschlusselt", "encrypted", "popup", "pop up", "defender", "schadsoftware", "spyware", "infectad", "troyano", "cheval de troie", "logiciel malveillant", "suspicious"]),
            ["device.sync"] = ([.. Device, "intune", "company portal", "policy", "policies", "app ", "profile", "onedrive", "unternehmensportal", "portal"], ["sync", "check in", "checked in", "not applied", "not update", "not receiv", "abgleich", "nicht an", "aktualis", "sincron", "actualiz", "actualis", "install"]),
            ["device.bitlocker-recovery"] = (["bitlocker", "recovery key", "wiederherstellungsschlussel", "clave de recuperacion", "cle de recuperation"], ["ask", "want", "need", "enter", "start", "boot", "screen", "locked", "key", "fragt", "verlangt", "will ", "brauche", "benotige", "bildschirm", "startet", "pide", "solicita", "necesito", "pantalla", "arran", "inicia", "demande", "besoin", "ecran", "demarr"]),
            ["device.local-admin-password"] = (["local admin", "admin right", "administrator right", "admin password", "administrator password", "lokale admin", "lokalen admin", "lokaler admin", "adminrecht", "administratorrecht", "administratorkennwort", "administratorpasswort", "administrador local", "permisos de admin", "derechos de admin", "contrasena de admin", "administrateur local", "droits d admin", "droits admin", "mot de passe admin"], [.. Wants, "right", "password", "recht", "kennwort", "passwort", "lautet", "permiso", "derecho", "contrasena", "droit", "mot de passe", "install"]),
            ["device.passcode"] = ([.. Device], ["forgot", "forget", "pin ", "passcode", "sperrcode", "unlock", "too many", "disabled", "vergess", "entsperr", "gesperrt", "deaktiviert", "zu oft", "olvid", "codigo", "desbloque", "bloquead", "oubli", "code", "deverrouill", "bloque", "desactive"]),
            ["device.slow"] = ([.. Device], ["slow", "langsam", "lent", "freez", "hang", "friert", "hangt", "takes forever", "ewig", "performance", "rame", "congela", "tarda", "sluggish", "restart", "neustart"]),
        };

    /// <summary>True when the ticket holds the words that the intent needs; true as well for an intent on which no runbook acts.</summary>
    public static bool Support(string intent, string title, string text) => Support(intent, new WordText($"{title}\n{text}"));

    /// <summary>As above, for a text that is taken apart already.</summary>
    public static bool Support(string intent, WordText words) =>
        !Needed.TryGetValue(intent, out var needed) || IsAsked(intent, needed, words);

    /// <summary>Intents on which runbooks act and whose words the text holds, in a fixed order.</summary>
    public static IReadOnlyList<string> Supported(WordText words) =>
        [.. Needed.Where(pair => IsAsked(pair.Key, pair.Value, words)).Select(pair => pair.Key)];

    // Of another script too few words are known here to vouch for anything. What it is about and what happened belong to one thought, and whoever asks for something of their own speaks of themselves,
    // but for the shortest tickets ("account locked"). Leavers and guests are always somebody else.
    private static bool IsAsked(string intent, (string[] About, string[] Happened) needed, WordText words) =>
        words.IsLatin
        && words.Near(needed.About, needed.Happened, OneThought)
        && (intent is Leaver or Guest || words.Count <= FewWords || words.Has(CommonWords.Self));
}
