namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>What a changed ticket turned out to mean.</summary>
/// <param name="IsReopened">True when it came back after we had resolved it, and this look is the first to see that.</param>
/// <param name="PersonWanted">True when its requester asks for a person.</param>
/// <param name="Intent">The case's intent.</param>
/// <param name="Language">Language of the newest comment of the requester; English when there is none.</param>
public sealed record TicketChange(bool IsReopened, bool PersonWanted, string? Intent, string Language);
