using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Asks to take a guest account away, in the cue words of that intent. Most tickets about guests invite one or prolong one's access, under the same intent: a word of those
/// anywhere, or of doubt, and it is none.
/// </summary>
internal static class GuestRemovalTrait
{
    // Words of invitations, of access that goes on, and of trouble that a guest has. "invite" alone is also French for a guest.
    private static readonly string[] Otherwise =
    [
        "please invite", "to invite", "invite our", "invite the", "invite a ", "invite my", "invite him", "invite her", "invite them", "reinvite", "re invite", "invitation", "new guest", "add ", "extend", "prolong", "renew", "expire", "until ", "reactivat", "restore", "unblock", "unlock", "cannot", "can t", "unable", "reset", "resend", "was removed", "was deleted", "got removed", "is blocked", "is disabled", "was blocked", "was disabled", "instead", "wifi", "wlan",
        "einlad", "eingeladen", "neuer gast", "neuen gast", "hinzufug", "verlanger", "abgelaufen", "lauft ab", "bis zum", "wiederherstell", "entsperr", "freischalt", "kann nicht", "kann sich nicht", "wurde entfernt", "wurde geloscht", "ist gesperrt", "wurde gesperrt", "stattdessen", "zurucksetz",
        "invitar", "invite a", "nuevo invitado", "anadir", "agregar", "ampliar", "prorrog", "caduc", "hasta el", "restaur", "desbloque", "no puede", "fue eliminad", "esta bloquead", "en su lugar",
        "inviter", "invitez", "nouvel invite", "ajouter", "ajoutez", "prolonger", "expir", "jusqu", "restaur", "debloqu", "ne peut", "a ete supprim", "est bloque", "a la place",
    ];

    public static bool Shows(TicketText ticket, IntentWords words) =>
        words.AreNear(IntentCatalogue.Guest, ticket.Words)
        && !ticket.Words.Has(Otherwise)
        && !InvertedTrait.Shows(ticket);
}
