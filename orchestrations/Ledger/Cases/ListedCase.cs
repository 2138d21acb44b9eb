namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>A case in the list of all.</summary>
/// <param name="Place">Where it stands; a list that is to go on behind it names this.</param>
/// <param name="CaseId">Its id.</param>
/// <param name="Record">The case; null when it is about to be opened, or its record is gone.</param>
public sealed record ListedCase(string Place, string CaseId, CaseRecord? Record);
