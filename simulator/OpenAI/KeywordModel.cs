using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.OpenAI;

/// <summary>
/// Stands in for a language model: names the intent most of whose words the ticket holds, out of those that the request's own schema
/// allows. Honest about what it is: few words give little confidence, none give null.
/// </summary>
internal static class KeywordModel
{
    private static readonly (string Intent, string[] Words)[] Known =
    [
        ("device.stolen", ["stolen", "stole", "theft", "robbed", "gestohlen", "geklaut", "robado", "robaron", "vole mon", "a vole", "derobe"]),
        ("device.lost", ["lost my laptop", "lost my phone", "lost my work", "lost my tablet", "left my laptop", "left my phone", "can t find my phone", "can t find my laptop", "laptop verloren", "handy verloren", "telefon verloren", "perdido el portatil", "perdido mi portatil", "perdido el movil", "perdido mi movil", "perdi mi", "perdu mon telephone", "perdu mon ordinateur", "perdu mon portable"]),
        ("identity.compromised", ["hacked", "phishing page", "fake page", "entered my password", "unknown sign in", "sign ins from", "gehackt", "kompromittiert", "hackead", "hackeado", "pirate", "clicked on the link", "clicked a link"]),
        ("identity.mfa-lost", ["authenticator", "mfa", "second factor", "approval prompt", "zweiten faktor", "segundo factor", "second facteur", "security key", "verification code"]),
        ("identity.new-phone", ["new phone", "neues handy", "neues telefon", "nuevo movil", "nuevo telefono", "nouveau telephone", "nouveau portable"]),
        ("identity.password-forgotten", ["forgot my password", "forgotten my password", "reset my password", "password reset", "can t remember my password", "cannot remember my password", "password expired", "passwort vergessen", "kennwort vergessen", "passwort zurucksetzen", "olvide mi contrasena", "olvidado mi contrasena", "olvidado la contrasena", "restablecer mi contrasena", "oublie mon mot de passe", "mot de passe oublie", "reinitialiser mon mot de passe"]),
        ("identity.locked-out", ["account is locked", "locked out", "account locked", "unlock my account", "konto ist gesperrt", "konto gesperrt", "konto entsperren", "cuenta bloqueada", "cuenta esta bloqueada", "desbloquear", "compte est bloque", "compte bloque", "compte verrouille", "debloquer"]),
        ("identity.sign-in-problem", ["sign in fails", "sign in is refused", "sign in does not work", "cannot sign in anywhere", "anmeldung schlagt fehl", "anmeldung wird abgelehnt", "el inicio de sesion falla", "la connexion echoue"]),
        ("device.malware", ["virus", "malware", "trojan", "ransomware", "trojaner", "schadsoftware"]),
        ("device.non-compliant", ["not compliant", "non compliant", "nicht konform", "no cumple", "non conforme"]),
        ("device.sync", ["not sync", "does not sync", "intune sync", "synchronisiert nicht", "no sincroniza", "ne se synchronise"]),
        ("device.slow", ["laptop is slow", "very slow", "computer is slow", "so slow", "extrem langsam", "sehr langsam", "ist langsam", "muy lento", "tres lent"]),
        ("device.bitlocker-recovery", ["bitlocker"]),
        ("identity.licence", ["licence", "license", "lizenz", "licencia"]),
        ("identity.group-access", ["access to the", "add me to", "distribution list", "shared mailbox", "zugriff auf", "acceso a la", "acceso al", "acces au", "acces a"]),
        ("identity.guest", ["guest account", "guest user", "the guest", "as a guest", "gastkonto", "gastbenutzer", "cuenta de invitado", "usuario invitado", "compte invite", "utilisateur invite"]),
        ("identity.leaver", ["last day", "leaves the company", "is leaving", "letzter arbeitstag", "verlasst das unternehmen", "ultimo dia", "quitte l entreprise"]),
        ("network.vpn", ["vpn"]),
        ("network.problem", ["wifi", "wlan", "internet", "network drive", "netzlaufwerk"]),
        ("printer.problem", ["printer", "drucker", "druckt", "impresora", "imprimante", "print"]),
        ("mail.problem", ["outlook", "mailbox is full", "quarantine", "postfach", "buzon"]),
        ("telephony.problem", ["headset", "dial tone", "voicemail"]),
        ("hardware.problem", ["monitor", "keyboard", "screen", "docking", "tastatur", "bildschirm", "teclado", "clavier"]),
        ("software.install", ["please install", "install ", "installieren", "instalar", "installer"]),
        ("software.problem", ["crash", "error", "excel", "sap", "purchase order", "invoice", "report", "absturz", "fehler", "lieferschein", "factura", "facture"]),
        ("security.report", ["phishing", "suspicious mail", "suspicious email", "verdachtige mail", "correo sospechoso", "courriel suspect"]),
        ("how-to", ["how do i", "how can i", "wie kann ich", "wie richte", "como puedo", "como cambio", "comment puis"]),
    ];

    /// <summary>An answer in the product's schema.</summary>
    public static string Answer(string ticket, IReadOnlySet<string> allowed)
    {
        var words = Fold(ticket);
        var best = Known
            .Where(known => allowed.Contains(known.Intent))
            .Select(known => (known.Intent, Hits: known.Words.Count(word => words.Contains($" {word}", StringComparison.Ordinal))))
            .Where(found => found.Hits > 0)
            .OrderByDescending(found => found.Hits)
            .ToList();
        var isClear = best.Count == 1 || (best.Count > 1 && best[0].Hits > best[1].Hits);
        return new JsonObject
        {
            ["intent"] = best.Count == 0 ? null : best[0].Intent,
            ["confidence"] = best.Count == 0 ? 0.2 : isClear ? 0.93 : 0.78,
            ["device_hint"] = null,
            ["app_hint"] = null,
            ["system"] = null,
            ["third_party"] = words.Contains(" my colleague", StringComparison.Ordinal),
            ["machine"] = words.Contains(" do not reply", StringComparison.Ordinal),
            ["already_done"] = words.Contains(" works now", StringComparison.Ordinal),
            ["reactivation"] = words.Contains(" reactivate", StringComparison.Ordinal),
            ["sentiment"] = words.Contains(" angry", StringComparison.Ordinal) ? "angry" : "calm",
            ["urgency"] = words.Contains(" urgent", StringComparison.Ordinal) ? "urgent" : "normal",
            ["confirmed_lost"] = words.Contains(" gone for good", StringComparison.Ordinal) ? true : null,
        }.ToJsonString();
    }

    private static string Fold(string text)
    {
        var words = new StringBuilder(" ");
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                words.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && words[^1] != ' ')
                words.Append(' ');
        }

        return words.Append(' ').ToString();
    }
}
