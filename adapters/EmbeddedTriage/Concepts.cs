using System.Text;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>
/// What words mean the same in the four languages: each concept found in a text is added to it as one more word, so that examples
/// of one language teach the others. Stems are matched at the beginning of a word; those of three letters are whole words.
/// </summary>
internal static class Concepts
{
    private const int LongestWholeWord = 3;

    // No word of a ticket begins like this.
    private const string Mark = "zz";

    private static readonly Dictionary<string, string[]> Stems = new(StringComparer.Ordinal)
    {
        ["password"] = ["password", "passwort", "kennwort", "contrasena", "clave", "mdp", "mot de passe", "pass word"],
        ["forgot"] = ["forgot", "vergess", "olvid", "oubli", "remember", "erinner", "recuerd", "souvien"],
        ["account"] = ["account", "konto", "cuenta", "compte", "user", "login", "benutzerkonto"],
        ["locked"] = ["locked", "lock", "gesperrt", "sperr", "bloque", "verrouill", "lockout", "locking", "entsperr", "unlock", "desbloque", "deverrouill", "blocked"],
        ["unlock"] = ["unlock", "entsperr", "desbloque", "deverrouill", "freischalt"],
        ["attempts"] = ["attempt", "versuch", "intento", "tentative", "tries", "mal", "veces", "fois"],
        ["hacked"] = ["hack", "phish", "compromis", "kompromitt", "suspicious", "verdacht", "sospech", "suspect", "piratear", "pirate", "intrus", "stranger", "fremd", "strange"],
        ["someone"] = ["someone", "somebody", "jemand", "alguien", "quelqu"],
        ["clicked"] = ["clicked", "click", "geklickt", "clique", "hice", "pinch"],
        ["mfa"] = ["authenticator", "mfa", "factor", "faktor", "facteur", "0fa", "token", "yubikey", "otp", "verification", "verifiz", "verific", "code", "codes", "sms", "fido", "passkey", "app"],
        ["lost"] = ["lost", "lose", "verlor", "perdi", "perdu", "missing", "misplaced", "left", "liegen", "vergessen", "dejado", "laisse", "gone", "weg"],
        ["stolen"] = ["stolen", "stole", "theft", "gestohlen", "geklaut", "robad", "robo", "vole", "vol", "diebstahl", "burglar", "einbruch", "thief", "mugged"],
        ["newphone"] = ["neues", "nuevo", "nouveau", "new", "switched", "gewechselt", "cambi", "change", "changed"],
        ["phone"] = ["phone", "iphone", "handy", "telefon", "smartphone", "movil", "telefono", "telephone", "android", "portable", "mobile", "samsung", "pixel"],
        ["laptop"] = ["laptop", "notebook", "computer", "rechner", "pc", "ordinateur", "portatil", "ordenador", "macbook", "machine", "surface", "thinkpad", "equipo"],
        ["tablet"] = ["tablet", "ipad", "tablette"],
        ["signin"] = ["signin", "anmeld", "einlogg", "connect", "conex", "iniciar", "session", "sesion", "login", "anmeldung", "identif", "sign in", "log in", "log on", "iniciar sesion", "me connecter", "einloggen"],
        ["access"] = ["access", "zugriff", "zugang", "acceso", "acces", "permission", "berechtigung", "permiso", "rights", "rechte", "droits"],
        ["group"] = ["group", "gruppe", "grupo", "groupe", "team", "equipe", "verteiler", "distribution", "mailing", "folder", "ordner", "carpeta", "dossier", "share", "freigabe", "sharepoint"],
        ["remove"] = ["remove", "entfern", "entzieh", "quitar", "retirer", "revoke", "delete", "loesch", "loschen", "eliminar", "supprimer", "retirar", "enlever"],
        ["licence"] = ["licen", "lizenz", "visio", "project", "abonnement", "subscription"],
        ["guest"] = ["guest", "gast", "invitado", "invite", "externe", "external", "extern", "partner", "consultant"],
        ["leaver"] = ["leaves", "leaving", "leaver", "left", "departs", "ausscheid", "verlasst", "kundigung", "baja", "deja", "quitte", "depart", "ultimo", "termination", "resigned", "offboard"],
        ["joiner"] = ["joiner", "starts", "starting", "onboard", "eintritt", "beginnt", "anfangt", "neuer", "incorpora", "nouvel", "arrive", "embauche", "hire", "hired"],
        ["compliant"] = ["compliant", "compliance", "richtlinie", "konform", "cumple", "conform", "conforme", "noncompliant", "policy", "directiva"],
        ["malware"] = ["virus", "malware", "trojan", "trojaner", "ransom", "defender", "antivirus", "infected", "infiziert", "infect", "popup"],
        ["sync"] = ["sync", "synchron", "sincron", "intune", "unternehmensportal", "companyportal"],
        ["slow"] = ["slow", "langsam", "lento", "lenta", "lent", "lente", "freeze", "hangt", "rame", "takes", "minutes", "ewig", "tarda"],
        ["bitlocker"] = ["bitlocker", "recovery", "wiederherstellung", "recuperacion", "recuperation"],
        ["localadmin"] = ["laps", "administrator", "lokale", "administrador", "administrateur", "admin"],
        ["passcode"] = ["passcode", "pin", "code", "entsperrcode", "sperrbildschirm", "lockscreen"],
        ["install"] = ["install", "installation", "instal", "setup", "einrichten", "deploy"],
        ["software"] = ["software", "programm", "programa", "logiciel", "application", "anwendung", "aplicacion", "app", "excel", "outlook", "sap", "erp", "word", "report", "rechnung", "invoice", "bestellung", "order", "factura", "pedido", "commande", "facture", "buchung", "booking", "crash", "abst", "error", "fehler", "erreur"],
        ["vpn"] = ["vpn", "remote", "homeoffice", "tunnel", "anyconnect", "globalprotect"],
        ["network"] = ["network", "netz", "red", "reseau", "wifi", "wlan", "internet", "lan", "switch", "firewall", "dns"],
        ["mail"] = ["mail", "email", "outlook", "postfach", "correo", "buzon", "messagerie", "boite", "inbox", "courriel", "mailbox", "kalender"],
        ["printer"] = ["print", "druck", "impres", "imprim", "toner", "scanner", "plotter"],
        ["telephony"] = ["headset", "call", "anruf", "llamada", "appel", "extension", "durchwahl", "voicemail", "deskphone", "festnetz", "hotline"],
        ["hardware"] = ["monitor", "screen", "bildschirm", "pantalla", "ecran", "keyboard", "tastatur", "teclado", "clavier", "mouse", "maus", "raton", "souris", "dock", "battery", "akku", "bateria", "batterie", "charger", "ladegerat", "cargador", "chargeur"],
        ["outage"] = ["everyone", "everybody", "alle", "nobody", "niemand", "todos", "nadie", "tous", "personne", "site", "standort", "plant", "werk", "planta", "usine", "outage", "ausfall", "down", "caido", "panne", "colleagues", "kollegen", "department", "abteilung"],
        ["alert"] = ["alert", "alarm", "warning", "critical", "job", "backup", "failed", "snmp", "interface", "threshold", "nagios", "prtg", "cpu", "disk", "server", "event"],
        ["security"] = ["phishing", "spam", "report", "melden", "suspicious", "attachment", "anhang", "adjunto", "piece", "link"],
        ["howto"] = ["how", "wie", "como", "comment", "where", "wo", "donde", "tutorial", "guide", "explain", "erklar", "steps"],
        ["person"] = ["human", "person", "mensch", "menschen", "persona", "humain", "someone", "agent", "berater", "mitarbeiter", "talk", "sprechen", "hablar", "parler", "bot", "robot"],
        ["done"] = ["unlocked", "resolved", "erledigt", "done", "completed", "fixed", "closed", "behoben", "resuelto", "resolu", "solved", "worked", "confirmed", "entsperrte", "informed", "geschlossen"],
    };

    /// <summary>The folded text (<see cref="PlainText.ForClassifier"/>) and, after it, its concepts.</summary>
    public static string AddTo(string folded)
    {
        var words = folded.Split([' ', '.', ',', ';', ':', '!', '?', '(', ')', '\'', '"', '/', '-', '[', ']', '_'], StringSplitOptions.RemoveEmptyEntries);
        var spaced = $" {string.Join(' ', words)}";
        var text = new StringBuilder(folded);
        foreach (var (concept, stems) in Stems)
        {
            if (stems.Any(stem => Has(words, spaced, stem)))
                text.Append(' ').Append(Mark).Append(concept);
        }

        return text.ToString();
    }

    private static bool Has(string[] words, string spaced, string stem) =>
        stem.Contains(' ', StringComparison.Ordinal) ? spaced.Contains($" {stem}", StringComparison.Ordinal)
        : stem.Length <= LongestWholeWord ? words.Contains(stem, StringComparer.Ordinal)
        : words.Any(word => word.StartsWith(stem, StringComparison.Ordinal));
}
