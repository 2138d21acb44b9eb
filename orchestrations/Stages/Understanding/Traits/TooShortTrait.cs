namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Too short to know: a status chase by number, a dropped call, a product name and "issue". A short but plain request is none.</summary>
internal static class TooShortTrait
{
    private const int Short = 30;
    private const int FewWords = 3;
    private const int Nothing = 4;

    public static bool Shows(TicketText ticket, IntentWords intents)
    {
        var words = ticket.Words;
        if (words.Length <= Nothing)
            return true;
        return words.Length < Short && words.Count <= FewWords && intents.Supported(words).Count == 0 && !WantsPersonTrait.Shows(ticket);
    }
}
