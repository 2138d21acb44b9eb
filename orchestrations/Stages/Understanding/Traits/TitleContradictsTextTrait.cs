namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Title and text speak of different things. The text outweighs the title, but nothing is then certain enough to be automatic.</summary>
internal static class TitleContradictsTextTrait
{
    private static readonly string[] PasswordIsKnown =
    [
        "password is known", "know my password", "know the password", "remember my password", "not forgotten", "haven t forgotten", "password is correct", "password is right", "password works",
        "passwort ist bekannt", "kennwort ist bekannt", "passwort weiss ich", "kenne mein passwort", "passwort ist richtig", "kennwort ist richtig", "passwort stimmt", "nicht vergessen",
        "se mi contrasena", "conozco mi contrasena", "contrasena es correcta", "no la he olvidado", "connais mon mot de passe", "mot de passe est correct", "mot de passe est connu", "pas oublie",
    ];

    private static readonly string[][] Business =
    [
        ["report", "bericht", "informe", "rapport", "figures", "zahlen", "cifras", "chiffres"],
        ["invoice", "rechnung", "factura", "facture", "order", "bestellung", "pedido", "commande", "delivery", "lieferung", "entrega", "livraison"],
        ["print", "druck", "impres", "imprim"],
        ["quarantin", "add in", "addin", "terms", "wifi", "wlan", "service account", "servicekonto", "dienstkonto"],
    ];

    public static bool Shows(TicketText ticket, IntentWords intents)
    {
        var title = intents.Supported(ticket.TitleWords);
        if (title.Count == 0 || ticket.TextWords.Length == 0)
            return false;
        if (title.Contains("identity.password-forgotten", StringComparer.Ordinal) && ticket.TextWords.Has(PasswordIsKnown))
            return true;

        var text = intents.Supported(ticket.TextWords);
        var business = Array.Exists(Business, topic => ticket.TextWords.Has(topic) && !ticket.TitleWords.Has(topic));
        return !title.Intersect(text, StringComparer.Ordinal).Any() && (text.Count > 0 || business);
    }
}
