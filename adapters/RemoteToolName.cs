namespace HelpDesk.Adapters;

/// <summary>What tools of remote support call our sessions.</summary>
internal static class RemoteToolName
{
    /// <summary>Name of a session: the ticket and our key, by which it is found again.</summary>
    public static string Of(string ticket, string key) => $"Ticket {OutgoingText.Clean(ticket, 40)} ({key})";
}
