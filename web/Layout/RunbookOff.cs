namespace HelpDesk.Web.Layout;

/// <summary>What of a runbook is switched off.</summary>
/// <param name="IsWhole">True when nothing of it is done; false when some of its steps are left out.</param>
/// <param name="Why">Why, and which setting switches it on.</param>
public sealed record RunbookOff(bool IsWhole, string Why);
