using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>What can be wrong with a ticket system that answers as if nothing were: the codes of <see cref="VendorException"/> that callers tell apart.</summary>
public static class TicketErrors
{
    /// <summary>A write was accepted and does not show when it is read back: a field permission, a rule of the system, or a read permission. Never retried: the write may be there.</summary>
    public const string NotShown = "not-shown";

    /// <summary>The system answered with success and an error in place of what was asked for. Retried; never an empty answer.</summary>
    public const string ErrorInAnswer = "error-in-answer";

    /// <summary>A list was read but for the parts that the message names; what came before it counts.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>True for a write that does not show.</summary>
    public static bool IsNotShown(VendorException error) => error.Code == NotShown;
}
